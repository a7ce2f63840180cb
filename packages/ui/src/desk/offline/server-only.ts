/** [L12] What only the server can answer or do: asked while it is there, refused at once while it is not. */
import { type Command, lostOnTheWay, needsServer, type Outcome } from '@intray/core';
import { type DeskPort, type ExecuteMore, Refused } from '../port.ts';
import { lost } from './loss.ts';

/** Milliseconds for which a command that was under way is asked again after the server was lost. */
export const GRACE = 5_000;

const NOT_THERE = new Refused({
  code: 'not_kept',
  message:
    'Only the server knows this, and it cannot be reached now. It can be seen once it is reached again.',
});

/** Has a way of its own without the server, or asks nothing of it. */
const OWN_WAY: ReadonlySet<string> = new Set([
  'signIn',
  'signOut',
  'isDemo',
  'execute',
  'follow',
  'onSignedOut',
  'link',
  'onLink',
] satisfies (keyof DeskPort)[]);

/** The same port, whose questions are not asked in vain. */
export function refusingWhileAway(port: DeskPort, isThere: () => boolean): DeskPort {
  const refusing = Object.entries(port).map(([name, ask]: [string, unknown]) =>
    typeof ask !== 'function' || OWN_WAY.has(name)
      ? [name, ask]
      : [name, (...asked: unknown[]) => (isThere() ? ask(...asked) : Promise.reject(NOT_THERE))],
  );
  return {
    ...(Object.fromEntries(refusing) as DeskPort),
    pullNext: async () => (isThere() ? port.pullNext() : { ok: false, refusal: needsServer('pull') }),
  };
}

/** Resolves when the server has been lost for longer than a moment; never once the signal has aborted. */
async function lostForGood(port: DeskPort, signal: AbortSignal): Promise<'lost'> {
  do {
    await lost(port, signal);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GRACE);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    });
  } while (port.link() === 'online');
  return 'lost';
}

/** Gives a command that cannot wait to a server that is there. */
export async function giveNow(
  port: DeskPort,
  commandId: string,
  command: Command,
  more: ExecuteMore = {},
): Promise<Outcome> {
  const over = new AbortController();
  const signal = more.signal === undefined ? over.signal : AbortSignal.any([over.signal, more.signal]);
  try {
    const asked = port.execute(commandId, command, { ...more, signal });
    const first = await Promise.race([asked, lostForGood(port, over.signal)]);
    if (first !== 'lost') return first;
    asked.catch(() => undefined);
    return { ok: false, refusal: lostOnTheWay(command.type) };
  } finally {
    over.abort();
  }
}
