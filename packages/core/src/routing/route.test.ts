import { describe, expect, test } from 'vitest';
import { ROUTER } from '../actor.ts';
import { givenIn } from '../testing/house.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';
import { centreWithStrategy } from '../testing/strategies.ts';
import { SECOND } from '../values.ts';
import { type Routable, routeAt, standingOf } from './route.ts';
import type { RoutingStep, Strategy } from './strategy.ts';

/** A Friday, 16:59:00 UTC. */
const NOW = Date.parse('2026-11-27T16:59:00Z');
const item: Routable = { queue: 'Inbox', mediaType: 'email', priority: 3, placedAt: NOW };

/** What is asked after so many seconds, as one line. */
function after(
  seconds: number,
  steps: readonly RoutingStep[],
  more: Partial<Strategy> = {},
  of: Partial<Routable> = {},
): string {
  const route = routeAt({ ...item, ...of }, NOW + seconds * SECOND, centreWithStrategy(steps, more));
  const whom = route.asked.map(({ kind, id }) => `${kind} ${id}`).join(', ');
  const where = route.moveTo === undefined ? whom : `to ${JSON.stringify(route.moveTo)}`;
  const end = route.until === undefined ? '' : ` until ${(route.until - NOW) / SECOND}`;
  return `${route.step ?? '-'}: ${where}${end}`;
}

const CLAIMS = { agentGroup: 'Claims' };
const SALES = { agentGroup: 'Sales' };

describe('where a strategy stands', () => {
  const steps = [
    { targets: [{ lastAgent: true as const }], seconds: 20 },
    {
      targets: [
        { skills: 'English >= 5', relax: [{ afterSeconds: 30, skills: 'English >= 3' }] },
        { agent: 'dora' },
      ],
      seconds: 60,
    },
    { targets: [CLAIMS, SALES], seconds: 1 },
  ];

  test.each([
    [0, '1: skills English >= 5, agent dora until 30'],
    [29.999, '1: skills English >= 5, agent dora until 30'],
    [30, '1: skills English >= 3, agent dora until 60'],
    [60, '2: agentGroup Claims, agentGroup Sales until 61'],
    [1_000, '2: agentGroup Claims, agentGroup Sales'],
  ])('[Q13 Q14 Q15] after %d seconds, with no last agent: %s', (seconds, expected) => {
    expect(after(seconds, steps)).toBe(expected);
  });

  test('[Q13] the last agent is asked alone first, and before all others where others are asked as well', () => {
    const known = { preferredAgent: 'ben' };
    expect(after(0, steps, {}, known)).toBe('0: agent ben until 20');
    expect(after(20, steps, {}, known)).toBe('1: skills English >= 5, agent dora until 50');
    expect(routeAt({ ...item, ...known }, NOW, centreWithStrategy(steps)).preferred).toBe('ben');
  });

  test('[Q15] a step holds while its calendar is open, or closed', () => {
    const hours = (hours: 'open' | 'closed') => ({ calendar: 'office', hours });
    const day = [
      { during: hours('open'), targets: [CLAIMS] },
      { during: hours('closed'), targets: [SALES] },
    ];
    expect([after(0, day), after(60, day)]).toEqual([
      '0: agentGroup Claims until 60',
      `1: agentGroup Sales until ${60 + (6 * 24 + 15) * 3_600}`,
    ]);
    expect(after(60, day.slice(0, 1))).toBe(`-:  until ${60 + (6 * 24 + 15) * 3_600}`);
  });

  test('[Q16] moves on when it comes to a step that moves, and when it has waited too long', () => {
    const moving = [{ targets: [CLAIMS], seconds: 10 }, { moveTo: { queue: 'Orders' } }];
    expect([after(0, moving), after(10, moving)]).toEqual([
      '0: agentGroup Claims until 10',
      '1: to {"queue":"Orders"}',
    ]);
    const overflow = { olderThanSeconds: 5, to: { queue: 'Anything' } };
    expect([after(0, moving, { overflow }), after(5, moving, { overflow })]).toEqual([
      '0: agentGroup Claims until 5',
      '-: to {"queue":"Anything"}',
    ]);
  });

  test.each([
    [{ kind: 'Agent', id: 'ben' }, '0: agent ben until 30'],
    [{ kind: 'AgentGroup', id: 'Sales' }, '0: agentGroup Sales until 30'],
    [{ kind: 'Skill', id: 'Loans >= 2' }, '0: skills Loans >= 2 until 30'],
    [{ kind: 'Queue', id: 'Orders' }, '1: to {"queue":"Orders"}'],
    [{ kind: 'Queue', id: 'Inbox' }, '2: agentGroup Claims'],
    [undefined, '2: agentGroup Claims'],
  ] as const)('[Q20] a transfer by routing that asked for %o', (requested, expected) => {
    const follow = [
      { targets: [{ requested: true as const }], seconds: 30 },
      { moveTo: { requested: true as const } },
      { targets: [CLAIMS] },
    ];
    expect(after(0, follow, {}, requested === undefined ? {} : { requested })).toBe(expected);
  });

  test('[Q18] priority grows evenly, and what grows alike keeps its order', () => {
    const growing = { priority: { add: 10, growth: { points: 2, everySeconds: 60 } } };
    const centre = centreWithStrategy([{ targets: [CLAIMS] }], growing);
    const at = (of: Partial<Routable>, seconds: number) => {
      const { rank, growth } = standingOf({ ...item, ...of }, centre);
      return Math.round((rank + growth * (NOW + seconds * SECOND)) * 1_000) / 1_000;
    };
    expect([at({}, 0), at({}, 30), at({}, 600)]).toEqual([13, 14, 33]);
    expect(at({ priority: 4, placedAt: NOW + 30 * SECOND }, 600)).toBe(at({}, 600));
    expect(standingOf({ ...item, queue: 'Orders' }, centre)).toEqual({ rank: 3, growth: 0 });
  });

  test('a queue without a strategy asks its groups, for ever', () => {
    const route = routeAt({ ...item, queue: 'Anything' }, NOW, centreWithStrategy([{ targets: [CLAIMS] }]));
    expect(route).toEqual({
      asked: [
        { kind: 'agentGroup', id: 'Claims' },
        { kind: 'agentGroup', id: 'Sales' },
      ],
      selection: 'longestIdle',
    });
  });
});

describe('offers of a strategy', () => {
  const offer = (agentId: string) => ({ type: 'invite', interactionId: 'i1', agentId }) as const;

  test('[Q13 Q14] go to whom it names at that moment and to nobody else', () => {
    const steps = [
      { targets: [{ skills: 'English >= 5', relax: [{ afterSeconds: 30, skills: 'English' }] }] },
    ];
    const house = givenIn(centreWithStrategy(steps), ready('ana', 'ben', 'cem', 'dora'), submitted());
    const asked = () =>
      ['ana', 'ben', 'cem', 'dora'].filter((id) => house.would(ROUTER, offer(id)) === 'granted');
    expect(asked()).toEqual(['ana', 'cem']);
    house.pass(30 * SECOND);
    for (const id of ['ana', 'ben', 'cem', 'dora']) house.given(id, { type: 'renewLease', agentId: id });
    expect(asked()).toEqual(['ana', 'ben', 'cem']);
    expect(answerOf(house.when(ROUTER, offer('dora')))).toBe('not_routed_here');
  });

  test('[Q13] reach whoever sits in a group of places', () => {
    const house = givenIn(
      centreWithStrategy([{ targets: [{ placeGroup: 'West' }] }]),
      ready('ana', 'cem'),
      submitted(),
    );
    expect(answerOf(house.when(ROUTER, offer('ana')))).toBe('not_routed_here');
    house.given(ROUTER, offer('cem'));
    expect(house.interaction().delivery).toMatchObject({ agentId: 'cem', strategy: 'S', place: 'desk 3' });
  });

  test('[Q19 R56 R57] record the strategy and the skills, and attach what it says', () => {
    const steps = [
      { targets: [{ skills: 'English >= 5' }], attach: { Tone: 'short' }, overrideSets: ['calm'] },
    ];
    const house = givenIn(
      centreWithStrategy(steps, { attach: { Tone: 'long', From: 'S' } }),
      ready('cem'),
      submitted(),
    );
    house.pass(7 * SECOND).given(ROUTER, { ...offer('cem'), among: 3 });
    expect(house.interaction()).toMatchObject({
      delivery: { strategy: 'S', skills: 'English >= 5', agentGroup: '?:English >= 5' },
      userData: { Tone: 'short', From: 'S', IW_OverrideOptions: 'calm' },
    });
    expect(house.events.at(-1)?.data).toMatchObject({
      why: { strategy: 'S', step: 0, selection: 'longestIdle', waited: 7_000, among: 3 },
    });
  });

  test('[Q19] are made without what does not fit beside what is attached', () => {
    const centre = centreWithStrategy([{ targets: [CLAIMS], attach: { more: 'x'.repeat(1_000) } }]);
    const house = givenIn(centre, ready('ana'), submitted('i1', { userData: { much: 'y'.repeat(261_900) } }));
    house.given(ROUTER, offer('ana'));
    expect(Object.keys(house.interaction().userData)).toEqual(['much']);
  });

  test('[Q20] follow a transfer that was made by routing', () => {
    const options = { tenant: { 'interaction-workspace': { 'intercommunication.email.queue': 'Inbox' } } };
    const steps = [{ targets: [{ requested: true as const }], seconds: 60 }, { targets: [CLAIMS] }];
    const house = givenIn(
      centreWithStrategy(steps, {}, { options }),
      ready('ana', 'cem'),
      submitted('i1', { queue: 'Anything' }),
      inHands('ana'),
    );
    house.given('ana', { type: 'transfer', interactionId: 'i1', agentGroup: 'Sales' });
    expect(answerOf(house.when(ROUTER, offer('ana')))).toBe('not_routed_here');
    expect(answerOf(house.when(ROUTER, offer('cem')))).toBe('granted');
  });
});
