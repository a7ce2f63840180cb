/** How long from `submit` until a follower sees the invite, next to a bare commit with NOTIFY heard on another
 * connection: in turns, so that both have the same machine. By hand:
 * `node src/testing/measure-wake.ts DATABASE_URL [rounds]`, on an empty database. */
import { user } from '@intray/core';
import { openDatabase, openStore } from '@intray/store';
import { systemClock } from '../clock.ts';
import { createEngine } from '../engine.ts';
import { systemIds } from '../ids.ts';
import { CENTRE } from './centre.ts';

const [url = '', rounds = '300'] = process.argv.slice(2);
const store = await openStore({ url, poolSize: 8, applicationName: 'wake' });
await store.saveConfiguration(
  { ...CENTRE, settings: { ...CENTRE.settings, leaseSeconds: 600 } },
  'adam',
  Date.now(),
);
const log = { info() {}, warn: console.warn, error: console.error };
const engine = createEngine({ store, clock: systemClock, ids: systemIds, log, nodeId: 'wake' });
await engine.start();
const ana = user('ana');
const adam = user('adam');
await engine.execute({
  command: { type: 'startSession', agentId: 'ana', channels: [{ mediaType: 'email', ready: true }] },
  actor: ana,
});

const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

const database = openDatabase({ url, poolSize: 2, applicationName: 'bare' });
await database.query({
  text: 'create table bare (id bigint generated always as identity primary key, at float8)',
});
let heard = () => {};
const listening = await database.listen(
  'bare',
  () => heard(),
  () => {},
);

async function bare(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  heard = resolve;
  const began = performance.now();
  await database.query({
    text: "with kept as (insert into bare (at) values (1) returning id) select pg_notify('bare', id::text) from kept",
  });
  await promise;
  return performance.now() - began;
}

const abort = new AbortController();
const feed = engine.follow(ana, undefined, abort.signal)[Symbol.asyncIterator]();
let next = feed.next();
while (engine.metrics().followers === 0) await store.ping();

async function wake(): Promise<number> {
  const interactionId = engine.newInteractionId();
  const began = performance.now();
  await engine.execute({
    command: { type: 'submit', interactionId, mediaType: 'email', queue: 'Inbox', userData: {} },
    actor: adam,
  });
  for (;;) {
    const { value } = await next;
    next = feed.next();
    if (value?.kind === 'event' && value.event.type === 'AgentInvited') break;
  }
  const took = performance.now() - began;
  await engine.execute({ command: { type: 'accept', interactionId }, actor: ana });
  await engine.execute({ command: { type: 'complete', interactionId }, actor: ana });
  return took;
}

const wakes: number[] = [];
const bares: number[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  wakes.push(await wake());
  bares.push(await bare());
}
abort.abort();
await engine.stop();
await listening.close();
await database.close();
await store.close();
console.log({ wake: middle(wakes), bare: middle(bares), ratio: middle(wakes) / middle(bares) });
