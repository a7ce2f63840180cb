/** How many orders a second: 64 callers, each leading one interaction after the other through its life. By hand:
 * `node src/testing/measure-lives.ts DATABASE_URL [seconds] [callers]`, on an empty database. */
import { type Command, ROUTER, user } from '@intray/core';
import { openStore } from '@intray/store';
import { systemClock } from '../clock.ts';
import { createEngine } from '../engine.ts';
import { systemIds } from '../ids.ts';
import { CENTRE } from './centre.ts';

const [url = '', seconds = '5', callers = '64'] = process.argv.slice(2);
const agents = Array.from({ length: Number(callers) }, (_, index) => `agent ${index}`);
const store = await openStore({ url, poolSize: 8, applicationName: 'lives' });
await store.saveConfiguration(
  {
    ...CENTRE,
    agents: [...CENTRE.agents, ...agents.map((id) => ({ id, name: id, roles: ['Agent'] }))],
    agentGroups: [{ id: 'Team', name: 'Team', members: agents, supervisors: [] }],
    settings: { ...CENTRE.settings, leaseSeconds: 600 },
  },
  'adam',
  Date.now(),
);
const log = { info() {}, warn: console.warn, error: console.error };
const engine = createEngine({ store, clock: systemClock, ids: systemIds, log, nodeId: 'lives' });
// The router of the engine would offer the same work: it is kept from it.
const right = await store.becomeRouter();
await engine.start();

const waits: number[] = [];
async function order(command: Command, actor = user('adam')): Promise<void> {
  const began = performance.now();
  const outcome = await engine.execute({ command, actor });
  waits.push(performance.now() - began);
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.message}`);
}

const workbin = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Team' } } as const;
async function live(agentId: string, until: number): Promise<number> {
  let lives = 0;
  const me = user(agentId);
  await order({ type: 'startSession', agentId, channels: [{ mediaType: 'workitem', ready: true }] }, me);
  while (performance.now() < until) {
    const interactionId = engine.newInteractionId();
    await order({
      type: 'submit',
      interactionId,
      mediaType: 'workitem',
      queue: 'Inbox',
      userData: { Subject: 'Hello' },
    });
    await order({ type: 'invite', interactionId, agentId }, ROUTER);
    await order({ type: 'accept', interactionId }, me);
    await order({ type: 'placeInWorkbin', interactionId, workbin }, me);
    await order({ type: 'pull', interactionId }, me);
    await order({ type: 'complete', interactionId }, me);
    lives += 1;
  }
  return lives;
}

const began = performance.now();
const lives = (await Promise.all(agents.map((id) => live(id, began + Number(seconds) * 1_000)))).reduce(
  (a, b) => a + b,
  0,
);
const took = (performance.now() - began) / 1_000;
waits.sort((a, b) => a - b);
console.log({
  lives: Math.round(lives / took),
  ordersPerSecond: Math.round(waits.length / took),
  p50: waits[Math.floor(waits.length * 0.5)],
  p99: waits[Math.floor(waits.length * 0.99)],
  ...engine.metrics(),
});
await right?.release();
await engine.stop();
await store.close();
