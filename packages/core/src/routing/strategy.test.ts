import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../config/change.ts';
import { contactCentre } from '../config/contact-centre.ts';
import { CONFIG } from '../testing/centre.ts';
import { strategicConfig } from '../testing/strategies.ts';

const whole = (steps: unknown, more: object = {}, queues: unknown = CONFIG.queues) => ({
  ...strategicConfig(),
  strategies: [{ id: 'S', name: 'S', steps, ...more }],
  queues,
});
const faults = (...given: Parameters<typeof whole>): unknown => {
  const read = readConfiguration(whole(...given));
  return read.ok ? [] : read.refusal.detail.faults;
};
const CLAIMS = { agentGroup: 'Claims' };
const onQueue = (id: string, more: object) =>
  CONFIG.queues.map((queue) => (queue.id === id ? { ...queue, ...more } : queue));

describe('a strategy', () => {
  test.each([
    [
      [{ targets: [{ agentGroup: 'Claim' }] }],
      {},
      'strategies.0.steps.0.targets.0.agentGroup: strategy "S": agent group "Claim" does not exist. Did you mean "Claims"?',
    ],
    [
      [{ targets: [{ agent: 'anna' }] }],
      {},
      'strategies.0.steps.0.targets.0.agent: strategy "S": agent "anna" does not exist. Did you mean "ana"?',
    ],
    [
      [{ targets: [{ placeGroup: 'Est' }] }],
      {},
      'strategies.0.steps.0.targets.0.placeGroup: strategy "S": place group "Est" does not exist. Did you mean "East"?',
    ],
    [
      [{ targets: [{ skills: 'Englsh > 2' }] }],
      {},
      'strategies.0.steps.0.targets.0.skills: strategy "S": column 1: skill "Englsh" does not exist. Did you mean "English"?',
    ],
    [
      [{ targets: [{ skills: 'English', relax: [{ afterSeconds: 3, skills: 'Lons' }] }] }],
      {},
      'strategies.0.steps.0.targets.0.relax.0.skills: strategy "S": column 1: skill "Lons" does not exist. Did you mean "Loans"?',
    ],
    [
      [{ targets: [CLAIMS], overrideSets: ['clam'] }],
      {},
      'strategies.0.steps.0.overrideSets.0: strategy "S": override set "clam" does not exist. Did you mean "calm"?',
    ],
    [
      [{ targets: [CLAIMS], during: { calendar: 'offce', hours: 'open' } }],
      {},
      'strategies.0.steps.0.during.calendar: strategy "S": calendar "offce" does not exist. Did you mean "office"?',
    ],
    [
      [{ moveTo: { queue: 'Order' } }],
      {},
      'strategies.0.steps.0.moveTo.queue: strategy "S": queue "Order" does not exist. Did you mean "Orders"?',
    ],
    [
      [{ moveTo: { workbin: { type: 'team.shared', owner: { kind: 'Agent', id: 'ana' } } } }],
      {},
      'strategies.0.steps.0.moveTo.workbin.owner.kind: strategy "S": workbin type "team.shared" is owned by AgentGroup, where Agent was given',
    ],
    [
      [{ targets: [CLAIMS] }],
      {
        overflow: {
          longerThan: 3,
          to: { workbin: { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Clams' } } },
        },
      },
      'strategies.0.overflow.to.workbin.owner.id: strategy "S": AgentGroup "Clams" does not exist. Did you mean "Claims"?',
    ],
    [
      [{ targets: [CLAIMS] }],
      { overflow: { to: { queue: 'Orders' } } },
      'strategies.0.overflow: needs olderThanSeconds, longerThan or both',
    ],
    [
      [{ targets: [CLAIMS], moveTo: { queue: 'Orders' } }],
      {},
      'strategies.0.steps.0: must have either targets or moveTo',
    ],
    [
      [{ targets: [{ ...CLAIMS, agent: 'ana' }] }],
      {},
      'strategies.0.steps.0.targets.0: must have exactly one of agent, agentGroup, placeGroup, skills, lastAgent, requested',
    ],
    [
      [{ targets: [{ ...CLAIMS, share: 40 }] }],
      {},
      'strategies.0.steps.0.targets.0.share: counts only where selection is "percentage"',
    ],
    [
      [{ targets: [CLAIMS], selection: 'percentage' }],
      {},
      'strategies.0.steps.0.targets.0.share: needs a share, because selection is "percentage"',
    ],
    [
      [{ targets: [{ skills: 'English >' }] }],
      {},
      'strategies.0.steps.0.targets.0.skills: column 10: expected a level, which is a whole number, it ends there',
    ],
    [[{ targets: [CLAIMS], seconds: '30' }], {}, 'strategies.0.steps.0.seconds: expected a number'],
    [[], {}, 'strategies.0.steps: must not be empty'],
  ])('[Q13 Q16] %j %j is refused where it is written', (steps, more, expected) => {
    expect(faults(steps, more)).toEqual([expected]);
  });

  test('[Q16] sends no work in a circle, however long it is', () => {
    const overflow = (id: string, queue: string) => ({
      id,
      name: id,
      overflow: { longerThan: 9, to: { queue } },
      steps: [{ targets: [CLAIMS] }],
    });
    const config = {
      ...strategicConfig(),
      strategies: [overflow('toOrders', 'Orders'), overflow('toInbox', 'Inbox')],
      queues: CONFIG.queues.map((queue) =>
        queue.id === 'Inbox' ? { ...queue, strategy: 'toOrders' } : { ...queue, strategy: 'toInbox' },
      ),
    };
    const read = readConfiguration(config);
    expect(read.ok ? [] : read.refusal.detail.faults).toEqual([
      'queues.0.strategy: queue "Inbox": its work would go in a circle: Inbox → Orders → Inbox',
      'queues.1.strategy: queue "Orders": its work would go in a circle: Orders → Inbox → Orders',
    ]);
  });

  test('[Q13 Q21] is named by a queue, which may say what becomes of who misses an offer', () => {
    const steps = [{ targets: [CLAIMS] }];
    expect(faults(steps, {}, onQueue('Inbox', { strategy: 'T' }))).toEqual([
      'queues.0.strategy: queue "Inbox": strategy "T" does not exist. Did you mean "S"?',
    ]);
    const missedOffer = { agent: 'notReady', reason: 'lunc' };
    expect(faults(steps, {}, onQueue('Inbox', { missedOffer }))).toEqual([
      'queues.0.missedOffer.reason: queue "Inbox": not-ready reason "lunc" does not exist. Did you mean "lunch"?',
    ]);
    expect(
      faults(steps, {}, onQueue('Inbox', { missedOffer: { agent: 'staysReady', reason: 'lunch' } })),
    ).toEqual(['queues.0.missedOffer.reason: counts only where "agent" is "notReady"']);
    const read = readConfiguration(whole(steps, {}, onQueue('Inbox', { strategy: 'S' })));
    expect(read.ok && contactCentre(read.config).strategies.get('S')?.steps).toEqual(steps);
  });
});
