/** kill -9 of the server that routes, and the time until another one has made an offer. */
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { LOOK_EVERY } from '../patience.ts';
import type { Servers } from './servers.ts';

export interface Takeover {
  /** Milliseconds from the kill to the first offer of another server's router. */
  readonly offerAfter: number;
  /** Milliseconds from the kill until the server that died was ready again: it is started when another routes. */
  readonly readyAfter: number;
}

const FIRST_OFFER = `select min(at)::float8 as at from event
  where type = 'AgentInvited' and "by" = '@router' and at > $1`;

/** Kills; resolves when another one offers work and the one that died is back. */
export async function killTheRouter(servers: Servers): Promise<Takeover> {
  await using parts = new AsyncDisposableStack();
  const client = new pg.Client({ connectionString: servers.databaseUrl, application_name: 'intray-crash' });
  await client.connect();
  parts.defer(() => client.end());

  const victim = await servers.routing();
  const killedAt = Date.now();
  await victim.kill();
  // What the dead one had decided by then may have been kept by its last breath; what is decided later, is another's.
  const gone = Date.now();
  let offeredAt: number | null | undefined;
  while (offeredAt == null) {
    const { rows } = await client.query<{ at: number | null }>(FIRST_OFFER, [gone]);
    offeredAt = rows[0]?.at;
    if (offeredAt == null) await after(LOOK_EVERY);
  }
  await victim.start();
  return { offerAfter: offeredAt - killedAt, readyAfter: Date.now() - killedAt };
}
