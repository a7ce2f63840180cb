/** How soon every desk that is open knows of an option that was changed. */
import { ConfigurationChange, user } from '@intray/core';
import pg from 'pg';
import { agentId, benchCentre, observerId } from '../house/centre.ts';
import { followFeed, NEWS_MARK } from '../house/feed-socket.ts';
import { type House, openHouse } from '../house/open-house.ts';
import { type Served, serve } from '../house/serve.ts';
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { median, ratioOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { figure } from '../report/table.ts';
import { samples } from '../wake/bare.ts';
import type { Ground } from '../workload.ts';

const DESKS = 500;
/** In milliseconds. */
const KNOWN_WITHIN = 1_000;
/** A desk that has not heard by then was left out. */
const LOST_AFTER = 20_000;
const CHANNEL = 'configuration';

export async function live(ground: Ground): Promise<readonly Row[]> {
  const { postgres } = ground;
  const url = await postgres.newDatabase('configuration_live');
  await using house = await openHouse({ url, agents: DESKS, routing: 'server' });
  await using server = await serve(house);
  await using desks = await openDesks(server);
  await using parts = new AsyncDisposableStack();
  const bare = await openBare(await postgres.newDatabase('configuration_live_bare'));
  parts.defer(bare.close);

  const sides = [changing(house, desks.allHear), bare.side];
  const [ours = [], others = []] = await takeTurns(sides, ground);
  const all = ours.flat();
  return [
    {
      workload: 'configuration',
      what: `ms until the last of ${DESKS} open desks has heard of a changed option`,
      intray: `${figure(median(all))} ms (at most ${figure(Math.max(...all))})`,
      against: 'the version as one row, insert and NOTIFY in one commit until one LISTEN',
      other: `${figure(median(others.flat()))} ms`,
      ratio: ratioOf(ours.map(median), others.map(median)),
      enough: { says: '< 1,000 ms', met: Math.max(...all) < KNOWN_WITHIN },
    },
  ];
}

/** Each agent at a desk, over a WebSocket of the real server. */
async function openDesks(server: Served) {
  let heard: () => void = () => {};
  const ids = Array.from({ length: DESKS }, (_, number) => agentId(number));
  const cookies = await server.signInAll(ids);
  const sockets = await Promise.all(
    cookies.map((cookie) => followFeed(server.socketUrl, cookie, () => heard(), NEWS_MARK)),
  );
  return {
    /** Resolves when each has heard of one new version. */
    allHear(): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      let missing = DESKS;
      const lost = setTimeout(() => reject(new Error(`${missing} desks heard of nothing.`)), LOST_AFTER);
      heard = () => {
        missing -= 1;
        if (missing > 0) return;
        clearTimeout(lost);
        resolve();
      };
      return promise;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

function changing({ engine, store }: House, allHear: () => Promise<void>): Side<readonly number[]> {
  const administrator = user(observerId(0));
  let on = false;
  async function measure(): Promise<number> {
    on = !on;
    const base = (await store.configuration())?.version;
    const put = { tenant: { 'interaction-workspace': { 'login.email.is-auto-ready': String(on) } } };
    const change = ConfigurationChange.parse({ base, edits: [{ kind: 'options', put }] });
    const heard = allHear();
    const began = performance.now();
    const answer = await engine.changeConfiguration(administrator, change);
    if (!answer.ok) throw new Error(answer.refusal.message);
    await heard;
    return performance.now() - began;
  }
  return { name: 'Intray', round: (ms) => samples(ms, measure) };
}

async function openBare(url: string) {
  const [writer, listener] = [
    new pg.Client({ connectionString: url }),
    new pg.Client({ connectionString: url }),
  ];
  await writer.connect();
  await listener.connect();
  await writer.query('create table version (id bigserial primary key, body json not null)');
  await listener.query(`listen ${CHANNEL}`);
  let heard: () => void = () => {};
  listener.on('notification', () => heard());
  const body = JSON.stringify(benchCentre(DESKS));
  async function measure(): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<void>();
    heard = resolve;
    const began = performance.now();
    await writer.query({
      name: 'write',
      text: `with kept as (insert into version (body) values ($1) returning id)
             select pg_notify('${CHANNEL}', id::text) from kept`,
      values: [body],
    });
    await promise;
    return performance.now() - began;
  }
  const side: Side<readonly number[]> = { name: 'a row and NOTIFY', round: (ms) => samples(ms, measure) };
  return {
    side,
    async close() {
      await writer.end();
      await listener.end();
    },
  };
}
