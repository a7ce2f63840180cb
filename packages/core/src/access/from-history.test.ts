import { describe, expect, test } from 'vitest';
import { user } from '../actor.ts';
import { allowed } from '../interaction/allowed.ts';
import { CONFIG, TRAYS } from '../testing/centre.ts';
import { givenIn, type House } from '../testing/house.ts';
import { atEachLevel, byOverride, centreWithOptions, overridden, type Settings } from '../testing/options.ts';
import { answerOf, inHands, invited, ready, submitted } from '../testing/steps.ts';
import type { Privilege } from './privileges.ts';
import { sees } from './reach.ts';

const pull = { type: 'pull', interactionId: 'i1' } as const;
const ENABLED = { 'email.pull-from-history-isenabled': 'true' };
const PLACES: readonly Privilege[] = [
  'use-history',
  'pull-from-queue',
  'pull-from-shared-workbins',
  'pull-from-workbins-of-others',
];

/** `ana` holds these privileges besides her own. The work is in the queue of a group she is not in, unless it is moved. */
function work(
  settings: Settings,
  privileges: readonly Privilege[] = PLACES,
  where: keyof typeof TRAYS | 'queue' = 'queue',
  fields: Parameters<typeof submitted>[1] = {},
): House {
  const house = givenIn(
    centreWithOptions(settings, {
      roles: [...CONFIG.roles, { id: 'Opener', name: 'Opener', privileges: [...privileges] }],
      agents: CONFIG.agents.map((agent) =>
        agent.id === 'ana' ? { ...agent, roles: [...agent.roles, 'Opener'] } : agent,
      ),
    }),
    ready('ana', 'ben', 'cem'),
    submitted('i1', { queue: 'Orders', ...fields }),
  );
  if (where !== 'queue')
    house.given('adam', { type: 'moveToWorkbin', interactionId: 'i1', workbin: TRAYS[where] });
  return house;
}

describe('opened from history, past the routing', () => {
  test.each(atEachLevel(ENABLED))('[O18 R112] when set %s', (_, settings) => {
    const house = work(settings);
    expect(allowed(house.standing('ana', house.interaction()))).toContain('pull');
    expect(answerOf(house.when('ana', pull))).toBe('granted');
    expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ana' });
  });

  test.each([
    ['not at all', {}],
    ['for another medium', { application: { 'chat.pull-from-history-isenabled': 'true' } }],
    ['for somebody else', { persons: { ben: ENABLED }, groups: { Sales: ENABLED } }],
    [
      'and taken back nearer',
      { application: ENABLED, persons: { ana: { 'email.pull-from-history-isenabled': 'false' } } },
    ],
  ])('[O18 R112] is refused and not to be seen when set %s', (_, settings) => {
    const house = work(settings);
    expect(sees(user('ana'), house.interaction(), house.session('ana'), house.centre)).toBe(false);
    expect(allowed(house.standing('ana', house.interaction()))).toEqual([]);
    expect(answerOf(house.when('ana', pull))).toBe('not_permitted');
  });

  test('[O6 O18 R85] an override set wins, for its interaction alone', () => {
    const house = work(byOverride(ENABLED), PLACES, 'queue', overridden);
    submitted('i2', { queue: 'Orders' })(house);
    expect(answerOf(house.when('ana', { ...pull, interactionId: 'i2' }))).toBe('not_permitted');
    expect(answerOf(house.when('ana', pull))).toBe('granted');
  });

  test.each([
    ['R113', 'queue', 'pull-from-queue'],
    ['R114', 'sales', 'pull-from-shared-workbins'],
    ['R115', 'ben', 'pull-from-workbins-of-others'],
    ['R115', 'desk3', 'pull-from-workbins-of-others'],
  ] as const)(
    '[O18 R113 R114 R115] %s: what lies in %s takes the privilege %s, and no other does',
    (_, where, privilege) => {
      const others = PLACES.filter((one) => one !== privilege);
      expect(answerOf(work({ tenant: ENABLED }, others, where).when('ana', pull))).not.toBe('granted');
      const house = work({ tenant: ENABLED }, ['use-history', privilege], where);
      expect(sees(user('ana'), house.interaction(), house.session('ana'), house.centre)).toBe(true);
      expect(answerOf(house.when('ana', pull))).toBe('granted');
    },
  );

  test('[O18] their own trays and those of their groups take nothing more than before', () => {
    for (const where of ['ana', 'team', 'desk1', 'east'] as const)
      for (const settings of [{}, { tenant: ENABLED }])
        expect(answerOf(work(settings, [], where).when('ana', pull)), where).toBe('granted');
  });

  test('[O18] never what somebody has in hand or is offered', () => {
    const offered = work({ tenant: ENABLED });
    invited('cem')(offered);
    expect(answerOf(offered.when('ana', pull))).toBe('taken');
    const taken = work({ tenant: ENABLED });
    inHands('cem')(taken);
    expect(answerOf(taken.when('ana', pull))).toBe('taken');
    expect(sees(user('ana'), taken.interaction(), taken.session('ana'), taken.centre)).toBe(false);
  });

  test('[O18] nor what is held or asleep, nor anything but opening it', () => {
    const held = work({ tenant: ENABLED }).given('adam', { type: 'hold', interactionId: 'i1' });
    expect(answerOf(held.when('ana', pull))).not.toBe('granted');
    const house = work({ tenant: ENABLED });
    expect(allowed(house.standing('ana', house.interaction()))).toEqual(['pull']);
  });

  test('[O18 R111] also by somebody who has as much in hand as fits: it stays there', () => {
    const house = work({ tenant: ENABLED });
    for (const id of ['a', 'b']) {
      submitted(id)(house);
      inHands('ana', id)(house);
    }
    expect(answerOf(house.when('ana', pull))).toBe('granted');
    expect(house.session('ana').load).toEqual({ email: 3 });
  });

  test('[O18 S3] takes being logged on', () => {
    const house = work({ tenant: ENABLED }).given('ana', { type: 'endSession', agentId: 'ana' });
    expect(answerOf(house.when('ana', pull))).toBe('no_session');
  });
});
