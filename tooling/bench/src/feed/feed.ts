/**
 * How many events a second reach everybody who follows them. On Intray's side each is a change that an agent made and
 * that was committed, read from the database and sent over tRPC subscriptions; on the other, the same bytes sent to
 * every plain WebSocket by a loop.
 */
import { user } from '@intray/core';
import { agentId, OBSERVERS, observerId } from '../house/centre.ts';
import { type House, openHouse } from '../house/open-house.ts';
import { serve } from '../house/serve.ts';
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { ratioOf, spreadOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { spread } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { startPlain } from './plain.ts';
import { startSubscribers } from './subscribers.ts';

const SUBSCRIBERS = [100, 1_000];
/** Events at most that have been published and have not reached everybody. */
const WINDOW = 64;

export async function feed(ground: Ground): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const subscribers of SUBSCRIBERS) rows.push(await withSubscribers(subscribers, ground));
  return rows;
}

async function withSubscribers(count: number, ground: Ground): Promise<Row> {
  const url = await ground.postgres.newDatabase(`feed_${count}`);
  await using house = await openHouse({ url, agents: WINDOW, routing: 'server' });
  const items = await inHand(house);
  await using server = await serve(house);
  await using plain = await startPlain();
  await using subscribers = startSubscribers();
  const people = Array.from({ length: OBSERVERS }, (_, number) => observerId(number));
  const cookies = await Promise.all(people.map((id) => server.signIn(id)));
  ground.tell(`connecting ${count} subscribers`);
  await subscribers.open({ side: 'Intray', url: server.socketUrl, cookies, count });
  await subscribers.open({ side: 'ws', url: plain.url, cookies: [], count });

  let change = 0;
  const publish = async (slot: number) => {
    const { id, agent } = items[slot] as Item;
    change += 1;
    const userData = { Note: `change number ${change}, made to see who hears of it` };
    await house.give(user(agent), { type: 'updateUserData', interactionId: id, userData });
  };
  const received = (side: string) => (events: number) => subscribers.received(side, events * count);
  const sides: Side<number>[] = [
    delivering(`Intray, ${count} subscribers`, count, publish, received('Intray')),
    delivering(
      `ws, ${count} subscribers`,
      count,
      async () => plain.broadcast(subscribers.sample('Intray')),
      received('ws'),
    ),
  ];
  const [ours = [], theirs = []] = await takeTurns(sides, ground);
  return {
    workload: 'feed',
    what: `events delivered/s to ${count.toLocaleString('en-US')} subscribers`,
    intray: spread(spreadOf(ours)),
    against: 'plain ws broadcasting the same bytes',
    other: spread(spreadOf(theirs)),
    ratio: ratioOf(ours, theirs),
  };
}

interface Item {
  readonly id: string;
  readonly agent: string;
}

/** One interaction on each agent's desk. The router brought it there, so whose it is has to be looked up. */
async function inHand({ engine, submit, give }: House): Promise<readonly Item[]> {
  const ids = await Promise.all(Array.from({ length: WINDOW }, () => submit(agentId(0))));
  const taken = new Map<string, string>();
  const signal = AbortSignal.timeout(30_000);
  while (taken.size < ids.length) {
    signal.throwIfAborted();
    for (let number = 0; number < WINDOW; number += 1) {
      const agent = agentId(number);
      const me = user(agent);
      const desk = await engine.me(me);
      if (!desk.ok) throw new Error(desk.refusal.message);
      for (const { interaction } of desk.value.work) {
        if (interaction.state === 'Invited')
          await give(me, { type: 'accept', interactionId: interaction.id });
        taken.set(interaction.id, agent);
      }
    }
  }
  return ids.map((id) => ({ id, agent: taken.get(id) as string }));
}

/** Publishes in slots, each of which waits until everybody has what it published last. */
function delivering(
  name: string,
  count: number,
  publish: (slot: number) => Promise<void>,
  received: (events: number) => Promise<void>,
): Side<number> {
  let published = 0;
  return {
    name,
    async round(ms) {
      const before = published;
      const began = performance.now();
      async function slot(number: number): Promise<void> {
        while (performance.now() - began < ms) {
          await publish(number);
          published += 1;
          // Everybody has as many events as were published before this one: how else would one slow event be seen?
          await received(published);
        }
      }
      await Promise.all(Array.from({ length: WINDOW }, (_, number) => slot(number)));
      await received(published);
      return ((published - before) * count * 1_000) / (performance.now() - began);
    },
  };
}
