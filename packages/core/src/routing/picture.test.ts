import { describe, expect, test } from 'vitest';
import { type AgentSession, noSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { CENTRE, centreWith } from '../testing/centre.ts';
import { centreWithStrategy } from '../testing/strategies.ts';
import { SECOND } from '../values.ts';
import { RoutingPicture, type WaitingItem } from './picture.ts';

const waiting = (id: string, more: Partial<WaitingItem> = {}): WaitingItem => ({
  id,
  version: 1,
  mediaType: 'email',
  queue: 'Inbox',
  priority: 0,
  placedAt: 0,
  sequence: Number(id),
  exclusions: [],
  ...more,
});
const session = (agentId: string, more: Partial<AgentSession> = {}): AgentSession => ({
  ...noSession(agentId),
  active: true,
  reachable: true,
  channels: { email: { ready: true, since: 0 } },
  ...more,
});

class Story {
  readonly picture: RoutingPicture;
  now = 0;

  constructor(centre: ContactCentre, items: readonly WaitingItem[], ...sessions: readonly AgentSession[]) {
    this.picture = new RoutingPicture(centre);
    for (const item of items) this.picture.put(item, 0, true);
    for (const one of sessions) this.picture.setSession(one);
  }

  next(now = this.now): string[] {
    this.now = now;
    const { offers, moves } = this.picture.next(now);
    return [
      ...offers.map(({ item, agentId }) => `${item.id} to ${agentId}`),
      ...moves.map(({ item, to }) => `${item.id} to ${JSON.stringify(to)}`),
    ];
  }
}
const story = (items: readonly WaitingItem[], ...sessions: readonly AgentSession[]) =>
  new Story(CENTRE, items, ...sessions);

describe('the picture of a queue without a strategy', () => {
  test('[Q1 Q10] gives the best work to the longest idle, and goes round before anybody gets a second piece', () => {
    const items = [waiting('1'), waiting('2'), waiting('3', { priority: 1 })];
    const told = story(items, session('ana', { idleSince: 20 }), session('ben', { idleSince: 10 }));
    expect(told.next()).toEqual(['3 to ben', '1 to ana', '2 to ben']);
  });

  test.each([
    ['is not reachable', { reachable: false }],
    ['is not ready', { channels: { email: { ready: false, since: 0 } } }],
    ['is logged on to another medium', { channels: { chat: { ready: true, since: 0 } } }],
    ['has no room', { load: { email: 2 } }],
    ['has logged off', { active: false }],
  ])('[Q4 Q6] offers nothing to an agent who %s', (_, more) => {
    const told = story([waiting('1')], session('ana', more));
    expect(told.next()).toEqual([]);
    told.picture.setSession(session('ana'));
    expect(told.next()).toEqual(['1 to ana']);
  });

  test('[Q5] offers nothing to somebody who does not serve the queue', () => {
    expect(story([waiting('1')], session('cem')).next()).toEqual([]);
  });

  test('[Q12] asks the preferred agent first, although others have been idle for longer', () => {
    const preferred = waiting('1', { preferredAgent: 'ben' });
    expect(story([preferred], session('ana'), session('ben', { idleSince: 9 })).next()).toEqual(['1 to ben']);
    expect(story([preferred], session('ana')).next()).toEqual(['1 to ana']);
  });

  test('[Q7] passes over work whose only candidate declined it, knows when to look again, and offers what is behind it', () => {
    const declined = waiting('1', { exclusions: [{ agentId: 'ana', until: 50 }] });
    const told = story([declined, waiting('2')], session('ana'));
    expect(told.next(10)).toEqual(['2 to ana']);
    expect(told.picture.nextLook()).toBe(50);
    told.picture.setSession(session('ana', { load: { email: 1 } }));
    expect([told.next(49), told.next(50)]).toEqual([[], ['1 to ana']]);
  });

  test('[C3] counts media together where a capacity rule does, also what it has just offered itself', () => {
    const capacityRules = [{ id: 'two', name: 'Two', anyOf: [{ allOf: [{ atMost: 2 }] }] }];
    const centre = centreWith({ capacityRule: 'two' }, { capacityRules });
    const channels = { email: { ready: true, since: 0 }, workitem: { ready: true, since: 0 } };
    const items = [
      waiting('1'),
      waiting('2', { mediaType: 'workitem' }),
      waiting('3', { mediaType: 'workitem' }),
    ];
    expect(new Story(centre, items, session('ana', { channels })).next()).toEqual(['1 to ana', '2 to ana']);
  });

  test('[Q9] tries what would follow, and stays as it is', () => {
    const told = story([waiting('1')]);
    const trial = {
      items: new Map([['2', waiting('2', { priority: 4 })]]),
      sessions: [[session('ana', { load: { email: 1 } }), new Map<string, number>()]] as const,
    };
    const tried = () => told.picture.attempt(trial, 0, 10).map(({ item }) => item.id);
    expect([tried(), tried(), told.next(), told.picture.size]).toEqual([['2'], ['2'], [], 1]);
    told.picture.setSession(session('ana'));
    expect(told.next()).toEqual(['1 to ana']);
  });

  test('leaves alone for a while what was not as it was thought to be', () => {
    const told = story([waiting('1', { restUntil: 30 })], session('ana'));
    expect([told.next(29), told.next(30)]).toEqual([[], ['1 to ana']]);
  });
});

describe('the picture of a strategy', () => {
  const skilled = (...seconds: number[]) => ({
    targets: [
      { skills: 'English >= 8', relax: seconds.map((afterSeconds) => ({ afterSeconds, skills: 'English' })) },
    ],
  });
  const at = (seconds: number) => seconds * SECOND;

  test('[Q9 Q13 Q14] offers the moment that less is asked for, or the next step begins', () => {
    const centre = centreWithStrategy([
      { ...skilled(30), seconds: 60 },
      { targets: [{ agentGroup: 'Claims' }] },
    ]);
    const told = new Story(
      centre,
      [waiting('1'), waiting('2'), waiting('3')],
      session('gus'),
      session('ana', { load: { email: 1 } }),
    );
    expect([told.next(at(29.9)), told.picture.nextLook()]).toEqual([[], at(30)]);
    expect([told.next(at(30)), told.picture.nextLook()]).toEqual([['1 to ana'], at(60)]);
    expect(told.next(at(60))).toEqual(['2 to gus']);
  });

  test('[Q16] moves on what comes to a step that moves, what is too old, and what comes when so many wait', () => {
    const to = { queue: 'Orders' };
    const moving = centreWithStrategy([{ ...skilled(), seconds: 10 }, { moveTo: to }]);
    const told = new Story(moving, [waiting('1')]);
    expect([told.next(at(9)), told.next(at(10)), told.picture.size]).toEqual([
      [],
      [`1 to ${JSON.stringify(to)}`],
      0,
    ]);
    const full = centreWithStrategy([skilled()], { overflow: { longerThan: 2, to } });
    expect(
      new Story(
        full,
        ['1', '2', '3', '4'].map((id) => waiting(id)),
      ).next(),
    ).toEqual([`3 to ${JSON.stringify(to)}`, `4 to ${JSON.stringify(to)}`]);
  });

  test('[Q16] lets what was only offered come back to a queue that is full', () => {
    const full = centreWithStrategy([skilled()], { overflow: { longerThan: 1, to: { queue: 'Orders' } } });
    const told = new Story(full, [waiting('1')]);
    told.picture.put(waiting('2'), 0, false);
    expect([told.next(), told.picture.size]).toEqual([[], 2]);
  });

  test.each([
    ['longestIdle', '1 to cem'],
    ['leastLoaded', '1 to ben'],
    ['bestSkill', '1 to ana'],
  ] as const)('[Q17] asks by %s', (selection, expected) => {
    const centre = centreWithStrategy([{ targets: [{ skills: 'English & Loans >= 0' }], selection }]);
    const sessions = [
      session('ana', { idleSince: 3, load: { email: 1 } }),
      session('ben', { idleSince: 2 }),
      session('cem', { idleSince: 1, load: { email: 1 } }),
    ];
    const skills = { ana: { English: 9 }, ben: { English: 3 }, cem: { English: 8 } };
    const agents = centre.config.agents.map((agent) => ({
      ...agent,
      skills: skills[agent.id as keyof typeof skills] ?? {},
    }));
    const told = new Story(centreWith({}, { ...centre.config, agents }), [waiting('1')], ...sessions);
    expect(told.next()).toEqual([expected]);
  });

  test('[R65] gives work of all media to whom it suits best: by skill, by group, within capacity, the most urgent first', () => {
    const centre = centreWithStrategy([{ targets: [{ skills: 'English >= 5' }], selection: 'bestSkill' }]);
    const channels = { email: { ready: true, since: 0 }, chat: { ready: true, since: 0 } };
    const items = [
      waiting('1', { mediaType: 'chat' }),
      waiting('2', { mediaType: 'email' }),
      waiting('3', { mediaType: 'email', priority: 7 }),
      waiting('4', { mediaType: 'chat', queue: 'Anything' }),
      waiting('5', { mediaType: 'email' }),
      waiting('6', { mediaType: 'email', queue: 'Orders' }),
    ];
    const [ana, ben] = [session('ana', { channels }), session('ben', { channels })];
    // Ana alone knows English well enough, ben is in the group for anything, and nobody here serves the orders.
    const told = new Story(centre, items, ana, ben);
    expect(told.next()).toEqual(['3 to ana', '1 to ana', '2 to ana', '4 to ben']);
  });

  test('[Q18] lets old work of a growing queue go before urgent work of another', () => {
    const growing = { priority: { growth: { points: 1, everySeconds: 60 } } };
    const centre = centreWithStrategy([{ targets: [{ agentGroup: 'Claims' }] }], growing);
    const first = (now: number) => {
      const told = new Story(centre, [waiting('1'), waiting('2', { queue: 'Anything', priority: 5 })]);
      told.next(now);
      told.picture.setSession(session('ana', { load: { email: 1 } }));
      return told.next(now);
    };
    expect([first(at(299)), first(at(301))]).toEqual([['2 to ana'], ['1 to ana']]);
  });
});
