/** The moment at which the server is lost, for whoever waits for an answer. */
import type { DeskPort } from '../port.ts';

/** Resolves as soon as the server cannot be reached. Stops watching when the signal aborts. */
export function lost(port: DeskPort, signal: AbortSignal): Promise<'lost'> {
  return new Promise((resolve) => {
    const stop = port.onLink(() => {
      if (port.link() === 'online') return;
      stop();
      resolve('lost');
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}
