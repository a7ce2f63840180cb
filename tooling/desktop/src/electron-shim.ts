/**
 * What the preload finds as `electron` in the page: a bridge that freezes what it exposes and clones what passes, and
 * an `ipcRenderer` whose other end is the test. Anything else that is asked for is refused, as in a sandbox.
 */

/** Runs in the page, before its own scripts. Written out as text, so it may use nothing from around it. */
function install(globals: Window & Record<string, unknown>, ask: string): (name: string) => unknown {
  const listeners = new Map<string, Set<(event: unknown, message: unknown) => void>>();
  const frozen = (value: unknown): unknown => {
    if (typeof value === 'function')
      return Object.freeze((...args: unknown[]) => {
        // A listener may pass, as Electron proxies functions; everything else is cloned.
        const passed = args.map((arg) =>
          typeof arg === 'function'
            ? (...told: unknown[]) => arg(...told.map((one) => structuredClone(one)))
            : structuredClone(arg),
        );
        const answer = (value as (...given: unknown[]) => unknown)(...passed);
        if (answer instanceof Promise) return answer.then((one) => structuredClone(one));
        return typeof answer === 'function' ? frozen(answer) : structuredClone(answer);
      });
    if (typeof value !== 'object' || value === null) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, frozen(one)])));
  };
  globals['__hear'] = (channel: string, message: unknown) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, structuredClone(message));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) =>
        Object.defineProperty(globals, name, { value: frozen(api), writable: false, configurable: false }),
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        (globals[ask] as (channel: string, input: unknown) => Promise<unknown>)(
          channel,
          structuredClone(args[0]),
        ),
      on(channel: string, listener: (event: unknown, message: unknown) => void) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      removeListener: (channel: string, listener: (event: unknown, message: unknown) => void) =>
        listeners.get(channel)?.delete(listener),
    },
  };
  return (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
}

/** The script that loads a built preload into a page. */
export const preloadScript = (preload: string, ask: string): string => `(() => {
  const require = (${install.toString()})(window, ${JSON.stringify(ask)});
  const module = { exports: {} };
  ((require, module, exports, process) => {${preload}\n})(require, module, module.exports, { contextIsolated: true });
})();`;
