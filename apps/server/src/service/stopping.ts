/** When to stop: a signal asks for it, a second one insists, a crash orders it. */
import type { Logger } from 'pino';

/** The longest an orderly stop may take, in milliseconds, before the process ends as it is. */
const PATIENCE = 25_000;
/** A terminal tells a whole family of processes, and npm tells its child again: so soon, it is the same wish. */
const ECHO = 500;

export interface Stopping {
  /** Resolves with the exit code when it is time to stop. */
  readonly requested: Promise<number>;
}

/** Listens for reasons to stop, from now to the end of the process. */
export function listenForStop(log: Logger): Stopping {
  const { promise, resolve } = Promise.withResolvers<number>();
  let askedAt: number | undefined;
  const ask = (code: number) => {
    askedAt = performance.now();
    setTimeout(() => {
      log.fatal({ seconds: PATIENCE / 1000 }, 'Stopping took too long; ending as it is.');
      process.exit(1);
    }, PATIENCE).unref();
    resolve(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (askedAt !== undefined) {
        if (performance.now() - askedAt > ECHO) process.exit(1);
        return;
      }
      log.info({ signal }, 'Stopping.');
      ask(0);
    });
  // What went wrong unseen may have left anything in any state. A supervisor starts a fresh process.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      log.fatal({ error, event }, 'Something failed that nobody had foreseen; stopping.');
      if (askedAt === undefined) ask(1);
    });
  return { requested: promise };
}
