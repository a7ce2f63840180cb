import pg from 'pg';
import { Backoff } from './backoff.ts';
import { toDatabaseFailure } from './failure.ts';

/** What a listener is told. Both are hints: the truth is in the tables. */
export type Listener = {
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  /** The connection was lost and is back. Notifications sent meanwhile are gone: read from the cursor again. */
  readonly onReconnect?: (() => void) | undefined;
};

/** A running `listen`; `close` ends it and its connection, and may be called twice. */
export type Listening = { close(): Promise<void> };

/**
 * Listens on one channel over a connection of its own, for ever: a lost connection is opened again with growing
 * pauses (0.1 s to 5 s). Rejects with `DatabaseFailure` only if the very first connection fails.
 */
export async function startListening(config: pg.ClientConfig, listener: Listener): Promise<Listening> {
  const ended = new AbortController();
  const doing = `listen ${listener.channel}`;
  let client = await connect().catch((cause: unknown) => {
    throw toDatabaseFailure(cause, { doing, connectionLost: true });
  });

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ ...config, keepAlive: true });
    // Without a handler a broken idle connection would be an uncaught 'error' event and end the process. What to
    // do about it is decided on 'end', which follows.
    fresh.on('error', () => {});
    fresh.on('notification', (message) => listener.onPayload(message.payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(listener.channel)}`);
    } catch (cause) {
      await fresh.end().catch(() => {});
      throw cause;
    }
    fresh.once('end', () => void reconnect());
    return fresh;
  }

  async function reconnect(): Promise<void> {
    const backoff = new Backoff({ firstMs: 100, longestMs: 5_000 });
    while (!ended.signal.aborted && (await backoff.pause(ended.signal))) {
      const fresh = await connect().catch(() => undefined);
      if (fresh === undefined) continue;
      client = fresh;
      if (ended.signal.aborted) await fresh.end();
      else listener.onReconnect?.();
      return;
    }
  }

  return {
    async close() {
      ended.abort();
      await client.end();
    },
  };
}
