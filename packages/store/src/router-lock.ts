import pg from 'pg';
import { toDatabaseFailure } from './database/failure.ts';
import type { RouterLock } from './store.ts';

/** Any fixed number. */
const ROUTER_LOCK = 4_712_010;

/**
 * A machine that dies says no goodbye: PostgreSQL then asks after it, and lets go of its right within three seconds
 * instead of hours. On a socket of this machine it asks nobody; there the operating system says goodbye for the dead.
 */
const ASK_AFTER_THE_HOLDER =
  'set tcp_keepalives_idle = 1; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 2';

/**
 * Asks for the right to route: an advisory lock that belongs to a connection of its own, so that a node that dies
 * gives it back by dying. Answers `undefined` while another node has it. Throws `DatabaseFailure`.
 *
 * A node that is cut off from the network may believe to have it for a while after the server gave it to another. That
 * is harmless: two routers offer the same work at worst, and the second offer is refused by its version.
 */
export async function takeRouterLock(config: pg.ClientConfig): Promise<RouterLock | undefined> {
  const client = new pg.Client({ ...config, keepAlive: true });
  const lost = new AbortController();
  // Without a handler a broken connection would be an uncaught 'error' event; 'end' follows and says all.
  client.on('error', () => {});
  client.once('end', () => lost.abort());
  try {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      ROUTER_LOCK,
    ]);
    if (rows[0]?.taken !== true) {
      await client.end();
      return undefined;
    }
    await client.query(ASK_AFTER_THE_HOLDER);
  } catch (cause) {
    await client.end().catch(() => {});
    throw toDatabaseFailure(cause, { doing: 'become router', connectionLost: true });
  }
  return {
    lost: lost.signal,
    async release() {
      // At once, so that nobody goes on routing while the server takes its time to say goodbye.
      lost.abort();
      await client.end();
    },
  };
}
