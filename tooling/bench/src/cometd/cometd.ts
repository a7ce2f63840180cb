/**
 * How soon a thousand CometD clients hear of what happens to their work when each is told twice a second. On Intray's
 * side each message is a change of attached data that was committed and went through the feed; on the other, the plain
 * CometD server is handed the same bytes.
 */
import { user } from '@intray/core';
import { agentId, MEDIA_TYPE } from '../house/centre.ts';
import { type House, openHouse } from '../house/open-house.ts';
import { serve } from '../house/serve.ts';
import { atPace } from '../measuring/pace.ts';
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { median, quantile, ratioOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { figure } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { type Clients, startClients } from './clients.ts';
import type { Stamp, Transport } from './conversation.ts';
import { type Plain, startPlain } from './plain.ts';

const SESSIONS = 1_000;
/** Messages that each session gets a second. */
const PER_SECOND = 2;
/** Fast enough in itself, whatever the other side does: the slowest hundredth, in milliseconds. */
const FAST = 250;
/** For everybody to have something in hand, in milliseconds. */
const LONGEST_WAIT = 120_000;
const AT_ONCE = 20;
const CHANNEL = `/v2/me/${MEDIA_TYPE}s`;

export async function cometd(ground: Ground): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const transport of ['websocket', 'long-polling'] as const) rows.push(await over(transport, ground));
  return rows;
}

async function over(transport: Transport, ground: Ground): Promise<Row> {
  const url = await ground.postgres.newDatabase(`cometd_${transport === 'websocket' ? 'ws' : 'lp'}`);
  await using house = await openHouse({ url, agents: SESSIONS, routing: 'server' });
  ground.tell('giving everybody something to do');
  const items = await inHand(house);
  await using server = await serve(house);
  await using plain = await startPlain();
  await using clients = startClients();
  ground.tell(`opening ${SESSIONS} sessions on each side`);
  const names = Array.from({ length: SESSIONS }, (_, number) => agentId(number));
  const cookies = await server.signInAll(names);
  await clients.open({ side: 'Intray', url: server.cometdUrl, transport, channel: CHANNEL, cookies });
  const strangers = names.map(() => '');
  const polling = { transport: 'long-polling', channel: CHANNEL, cookies: strangers } as const;
  await clients.open({ side: 'plain', url: plain.url, ...polling });

  const sides = [throughIntray(house, items, clients), throughPlain(plain, clients)];
  const [ours = [], theirs = []] = await takeTurns(sides, ground);
  const p99 = (round: readonly number[]) => quantile(round, 0.99);
  return {
    workload: 'cometd',
    what: `ms until heard over ${transport}, ${SESSIONS.toLocaleString('en-US')} sessions × ${PER_SECOND}/s, p99 (p50)`,
    intray: tail(ours.flat()),
    against: 'plain cometd-nodejs-server (long-polling), same bytes',
    other: tail(theirs.flat()),
    ratio: ratioOf(ours.map(p99), theirs.map(p99)),
    bar: { kind: 'at most', value: 3 },
    enough: { says: `p99 < ${FAST} ms`, met: p99(ours.flat()) < FAST },
  };
}

const tail = (latencies: readonly number[]): string =>
  `${figure(quantile(latencies, 0.99))} ms (${figure(median(latencies))})`;

/** A side is as fast as the slowest of the messages of a round, and a round is over when all of them were heard. */
function side(
  name: string,
  heardBy: string,
  clients: Clients,
  cause: (session: number, stamp: Stamp) => void,
): Side<readonly number[]> {
  const numbers = Array.from({ length: SESSIONS }, () => 0);
  return {
    name,
    async round(ms) {
      const messages = await atPace(SESSIONS * PER_SECOND, ms, (call, due) => {
        const session = call % SESSIONS;
        const number = (numbers[session] ?? 0) + 1;
        numbers[session] = number;
        cause(session, { Due: due, Number: number });
      });
      return clients.heard(heardBy, messages);
    },
  };
}

function throughIntray(house: House, items: readonly string[], clients: Clients): Side<readonly number[]> {
  return side('Intray', 'Intray', clients, (session, stamp) => {
    const interactionId = items[session] as string;
    const userData = { ...stamp };
    house
      .give(user(agentId(session)), { type: 'updateUserData', interactionId, userData })
      .catch(clients.fail);
  });
}

function throughPlain({ sessions }: Plain, clients: Clients): Side<readonly number[]> {
  return side('cometd-nodejs-server', 'plain', clients, (session, stamp) => {
    sessions[session]?.deliver(null, CHANNEL, stamped(clients.sample('Intray'), stamp));
  });
}

/** The data of a message with another stamp in the place of its own. */
function stamped(data: object, stamp: Stamp): object {
  const { [MEDIA_TYPE]: item, ...more } = data as { readonly [MEDIA_TYPE]: { readonly userData: object } };
  return { [MEDIA_TYPE]: { ...item, userData: { ...item.userData, ...stamp } }, ...more };
}

/** One interaction on each agent's desk, in the order of the agents. The router brings them there. */
async function inHand({ engine, submit, give }: House): Promise<readonly string[]> {
  const items = new Map<number, string>();
  const agents = Array.from({ length: SESSIONS }, (_, number) => number);
  const signal = AbortSignal.timeout(LONGEST_WAIT);

  async function take(number: number): Promise<void> {
    const me = user(agentId(number));
    const desk = await engine.me(me);
    if (!desk.ok) throw new Error(desk.refusal.message);
    for (const { interaction } of desk.value.work) {
      await give(me, { type: 'accept', interactionId: interaction.id });
      items.set(number, interaction.id);
    }
    // Until everybody has something, those who have are offered nothing more.
    if (items.has(number)) await give(me, { type: 'setNotReady', agentId: agentId(number) });
  }

  for (let missing = agents; missing.length > 0; missing = agents.filter((number) => !items.has(number))) {
    signal.throwIfAborted();
    await Promise.all(missing.map(() => submit(agentId(0))));
    for (let first = 0; first < missing.length; first += AT_ONCE)
      await Promise.all(missing.slice(first, first + AT_ONCE).map(take));
  }
  for (const number of agents)
    await give(user(agentId(number)), { type: 'setReady', agentId: agentId(number) });
  return agents.map((number) => items.get(number) as string);
}
