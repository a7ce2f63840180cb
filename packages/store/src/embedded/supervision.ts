import { Backoff } from '../database/backoff.ts';
import { stopOrphan } from './orphan.ts';
import { removeStaleSocket } from './server-address.ts';
import { type ServerOrder, type ServerProcess, startServerProcess } from './server-process.ts';

/** A server that is kept running until it is told to stop. */
export type Supervised = {
  /** The process number of the server, another one after a restart; `undefined` while there is none. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
};

/**
 * Starts the server and starts it again whenever it ends by itself, at the same address, with pauses that grow from
 * 0.05 s to 5 s, for ever: giving up would turn a full disk at night into an outage until somebody comes.
 * @param onRestart called each time a server answers again after one has died
 */
export async function supervise(order: ServerOrder, onRestart: () => void): Promise<Supervised> {
  const stopping = new AbortController();
  let server: ServerProcess | undefined = await startOnClearGround();
  const watching = watch();

  async function startOnClearGround(): Promise<ServerProcess> {
    await stopOrphan(order.cluster.folder, order.mark, order.log);
    await removeStaleSocket(order.address);
    return startServerProcess(order);
  }

  async function watch(): Promise<void> {
    while (server !== undefined) {
      await server.ended;
      server = undefined;
      if (stopping.signal.aborted) return;
      order.log('the database server has ended unexpectedly and is started again');
      server = await restart();
      if (server === undefined) return;
      if (!stopping.signal.aborted) onRestart();
      else await server.stop();
    }
  }

  async function restart(): Promise<ServerProcess | undefined> {
    const backoff = new Backoff({ firstMs: 50, longestMs: 5_000 });
    while (await backoff.pause(stopping.signal)) {
      try {
        return await startOnClearGround();
      } catch (cause) {
        order.log(`the database server could not be started again: ${String(cause)}`);
      }
    }
    return undefined;
  }

  let stopped: Promise<void> | undefined;
  async function stopOnce(): Promise<void> {
    stopping.abort();
    await server?.stop();
    await watching;
  }

  return {
    get pid() {
      return server?.pid;
    },
    stop() {
      stopped ??= stopOnce();
      return stopped;
    },
  };
}
