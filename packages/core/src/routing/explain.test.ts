import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayAskAbout } from '../access/may-ask-about.ts';
import { ROUTER, user } from '../actor.ts';
import { replay } from '../interaction/evolve.ts';
import type { House } from '../testing/house.ts';
import { givenIn } from '../testing/house.ts';
import { ready, submitted } from '../testing/steps.ts';
import { centreWithStrategy } from '../testing/strategies.ts';
import '../testing/seed.ts';
import { SECOND } from '../values.ts';
import { explainAgent, queuesAsking } from './explain-agent.ts';
import { concernedBy, explainInteraction, verdictOn } from './explain-item.ts';
import { whyOffered } from './offered-through.ts';
import { routeAt } from './route.ts';

const STEPS = [
  {
    targets: [{ skills: 'English >= 8', relax: [{ afterSeconds: 30, skills: 'English >= 5' }] }],
    seconds: 60,
  },
  { targets: [{ agentGroup: 'Claims' }, { lastAgent: true as const }] },
];
const CENTRE = centreWithStrategy(STEPS);
const AGENTS = ['ana', 'ben', 'cem', 'gus', 'dora'];

function explained(house: House, who = 'adam') {
  const { now, centre } = house;
  const interaction = house.interaction();
  const lastOffer = house.events.findLast(({ type }) => type === 'AgentInvited');
  const concerned = concernedBy(interaction, now, centre);
  return explainInteraction({
    actor: user(who),
    interaction,
    concerned,
    session: house.session,
    lastOffer,
    now,
    centre,
  });
}

describe('why a piece of work is where it is', () => {
  test('[Q22] while it waits: whom it is for, why not to each, until when, and what comes next', () => {
    const house = givenIn(CENTRE, ready('cem', 'ana'), submitted());
    house.given(ROUTER, { type: 'invite', interactionId: 'i1', agentId: 'cem', among: 1 });
    house.given('cem', { type: 'reject', interactionId: 'i1' });
    const { now } = house;
    expect(explained(house)).toEqual({
      id: 'i1',
      now,
      state: 'Queued',
      where: { kind: 'queue', id: 'Inbox' },
      since: now,
      routing: {
        strategy: 'S',
        step: 0,
        selection: 'longestIdle',
        asked: [{ kind: 'skills', id: 'English >= 8' }],
      },
      agents: [
        { agentId: 'ana', refused: 'not_routed_here', because: 'The strategy "S" does not ask ana now.' },
        { agentId: 'ben', refused: 'no_session', because: 'ben is not logged on.' },
        { agentId: 'gus', refused: 'no_session', because: 'gus is not logged on.' },
        {
          agentId: 'cem',
          refused: 'declined_recently',
          because: 'cem declined or missed this a moment ago.',
          until: now + 60 * SECOND,
        },
      ],
      lastOffer: {
        agentId: 'cem',
        at: now,
        why: { strategy: 'S', step: 0, selection: 'longestIdle', waited: 0, among: 1 },
      },
      next: [
        { at: now + 30 * SECOND, what: 'routedAnew' },
        { at: now + 60 * SECOND, what: 'leftInPeaceNoLonger', agentId: 'cem' },
        { what: 'offeredWhenFree' },
      ],
    });
  });

  test('[Q22] of others, people hear only if they supervise them', () => {
    const house = givenIn(CENTRE, ready('ana'), submitted());
    const heard = (who: string) => explained(house, who).agents.map(({ agentId }) => agentId);
    expect([heard('ben'), heard('lena'), heard('adam')]).toEqual([
      ['ben'],
      ['ana', 'ben', 'gus'],
      ['ana', 'ben', 'gus', 'cem'],
    ]);
  });

  test('[Q22] in hand, put away and finished', () => {
    const house = givenIn(CENTRE, ready('cem'), submitted());
    house.given(ROUTER, { type: 'invite', interactionId: 'i1', agentId: 'cem' });
    const until = (what: string, at: number) => ({ next: [{ at, what }] });
    expect(explained(house)).toMatchObject({
      where: { kind: 'agent', id: 'cem' },
      ...until('offerEnds', house.now + 30 * SECOND),
    });
    house.given('cem', { type: 'accept', interactionId: 'i1' });
    expect(explained(house)).toMatchObject(until('handlingEnds', house.now + 180 * 60 * SECOND));
    house.given('cem', { type: 'snooze', interactionId: 'i1', wakeAt: house.now + 9 * SECOND });
    expect(explained(house)).toMatchObject({
      where: { kind: 'workbin', id: 'email.in-progress@Agent:cem' },
      ...until('wakes', house.now + 9 * SECOND),
    });
    house
      .given('cem', { type: 'pull', interactionId: 'i1' })
      .given('cem', { type: 'complete', interactionId: 'i1' });
    expect(explained(house)).toMatchObject({ where: { kind: 'history' }, agents: [], next: [] });
  });
});

describe('why an agent is offered nothing', () => {
  const asked = (house: House, agentId: string) => {
    const session = house.session(agentId);
    const queues = queuesAsking(agentId, session.placeId, house.centre).map((queue) => {
      const first = [...house.interactions.values()]
        .filter((one) => one.state === 'Queued' && one.queue === queue)
        .map((one) => ({ ...one, sequence: 0 }));
      return { queue, waiting: first.length, first };
    });
    return explainAgent(session, queues, house.now, house.centre);
  };
  const media = (house: House, agentId: string) =>
    Object.fromEntries(asked(house, agentId).media.map(({ mediaType, hindrance }) => [mediaType, hindrance]));

  test('[Q23] each medium says what keeps it away', () => {
    const house = givenIn(CENTRE, (h) =>
      h.given('gus', {
        type: 'startSession',
        agentId: 'gus',
        channels: [
          { mediaType: 'email', ready: true },
          { mediaType: 'chat', ready: false },
        ],
      }),
    );
    expect(media(house, 'ana').email).toBe('notLoggedOn');
    expect(media(house, 'gus')).toMatchObject({
      email: 'none',
      chat: 'notReady',
      workitem: 'notOnThisMedium',
    });
    submitted('i1', { queue: 'Anything' })(house);
    house.given(ROUTER, { type: 'invite', interactionId: 'i1', agentId: 'gus' });
    expect(media(house, 'gus').email).toBe('noRoom');
  });

  test('[Q23] and each piece of work that waits, why it is not for them now', () => {
    const house = givenIn(
      CENTRE,
      ready('ana', 'ben', 'cem'),
      submitted('i1'),
      submitted('i2', { queue: 'Anything' }),
    );
    expect(asked(house, 'ben').queues).toEqual([
      {
        queue: 'Inbox',
        strategy: 'S',
        waiting: 1,
        first: [{ id: 'i1', mediaType: 'email', reason: 'notAskedNow', until: house.now + 30 * SECOND }],
      },
      { queue: 'Anything', waiting: 1, first: [{ id: 'i2', mediaType: 'email', reason: 'turn' }] },
    ]);
    house.given(ROUTER, { type: 'invite', interactionId: 'i1', agentId: 'cem' });
    house.given('cem', { type: 'reject', interactionId: 'i1' });
    expect(asked(house, 'cem').queues[0]?.first).toMatchObject([
      { reason: 'leftInPeace', until: house.now + 60 * SECOND },
    ]);
    expect(asked(house, 'dora').queues).toMatchObject([{ queue: 'Inbox' }]);
  });

  test('[Q23] is their own to ask, and for whoever supervises them', () => {
    const may = (who: string, agentId: string) => mayAskAbout(user(who), agentId, CENTRE)?.code;
    expect([
      may('ana', 'ana'),
      may('lena', 'ana'),
      may('adam', 'cem'),
      may('ben', 'ana'),
      may('lena', 'cem'),
      may('adam', 'x'),
    ]).toEqual([undefined, undefined, undefined, 'not_permitted', 'not_permitted', 'agent_unknown']);
  });
});

describe('what is kept with an offer', () => {
  type Step = {
    readonly wait: number;
    readonly agentId: string;
    readonly answer: 'reject' | 'accept' | 'none';
  };
  const step: fc.Arbitrary<Step> = fc.record({
    wait: fc.constantFrom(0, 1, 10, 29, 31),
    agentId: fc.constantFrom(...AGENTS),
    answer: fc.constantFrom('reject', 'accept', 'none'),
  });

  test('[Q24 Q22] comes out the same when it is worked out again from the history, and explains what was refused', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const house = givenIn(CENTRE, ready(...AGENTS), submitted());
        for (const { wait, agentId, answer } of steps) {
          house.pass(wait * SECOND);
          for (const id of AGENTS) house.given(id, { type: 'renewLease', agentId: id });
          const before = house.interaction();
          const offer = { type: 'invite', interactionId: 'i1', agentId, among: 2 } as const;
          const decision = house.when(ROUTER, offer);
          if (before.state !== 'Queued') continue;
          const { now, centre } = house;
          const verdict = verdictOn(agentId, { interaction: before, session: house.session, now, centre });
          if (!decision.ok) {
            expect(verdict.refused).toBe(decision.refusal.code);
            continue;
          }
          if (answer === 'reject' && agentId !== 'gus')
            house.given(agentId, { type: 'reject', interactionId: 'i1' });
          if (answer === 'accept') house.given(agentId, { type: 'accept', interactionId: 'i1' });
        }
        for (const [n, event] of house.events.entries()) {
          if (event.type !== 'AgentInvited') continue;
          const before = replay(house.events.slice(0, n));
          if (before === undefined) throw new Error('It was offered before it came in.');
          const { agentId, why } = event.data;
          expect(
            whyOffered(routeAt(before, event.at, CENTRE), before, agentId, event.at, why?.among),
          ).toEqual(why);
        }
      }),
      { numRuns: 200 },
    );
  });
});
