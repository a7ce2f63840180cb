import { expect, test } from 'vitest';
import { allowed } from '../interaction/allowed.ts';
import { asLine } from '../interaction/line.ts';
import { CONFIG, TRAYS } from '../testing/centre.ts';
import { givenIn, type House } from '../testing/house.ts';
import { centreWithOptions } from '../testing/options.ts';
import { answerOf, inHands, invited, ready, submitted } from '../testing/steps.ts';
import { historyLine, mayUseHistory } from './contact-history.ts';

const contactId = 'c1';
const i1 = { interactionId: 'i1' } as const;

/** `ana` may open from history whatever lies with nobody; the work is in a queue that she does not serve. */
const centre = (enabled = true) =>
  centreWithOptions(enabled ? { tenant: { 'email.pull-from-history-isenabled': 'true' } } : {}, {
    roles: [
      ...CONFIG.roles,
      {
        id: 'Opener',
        name: 'Opener',
        privileges: [
          'use-history',
          'pull-from-queue',
          'pull-from-shared-workbins',
          'pull-from-workbins-of-others',
        ],
      },
    ],
    agents: CONFIG.agents.map((agent) =>
      agent.id === 'ana' ? { ...agent, roles: [...agent.roles, 'Opener'] } : agent,
    ),
  });
const work = (enabled?: boolean): House =>
  givenIn(centre(enabled), ready('ana', 'ben', 'cem'), submitted('i1', { queue: 'Orders', contactId }));
const lineFor = (who: string, house: House) =>
  historyLine(house.standing(who, house.interaction()), asLine(house.interaction(), []));

test('[A9] takes the privilege for the history', () => {
  const { centre: set } = work();
  expect(mayUseHistory({ kind: 'user', id: 'ana' }, set)).toBeNull();
  expect(mayUseHistory({ kind: 'user', id: 'cem' }, set)).toMatchObject({ code: 'not_permitted' });
});

test('[A9 R108 R109] says where unfinished work stands, and opens what waits in a queue or lies in a workbin', () => {
  const waiting = work();
  expect(lineFor('ana', waiting)).toMatchObject({
    line: { queue: 'Orders' },
    visible: true,
    actions: ['pull'],
  });
  const resting = work().given('adam', { type: 'moveToWorkbin', ...i1, workbin: TRAYS.ben });
  expect(lineFor('ana', resting)).toMatchObject({ line: { workbin: TRAYS.ben }, actions: ['pull'] });
  for (const house of [waiting, resting]) {
    expect(answerOf(house.when('ana', { type: 'pull', ...i1 }))).toBe('granted');
    expect(house.interaction().handler).toBe('ana');
  }
  expect(lineFor('ana', work(false))).toMatchObject({ visible: false, actions: [] });
});

test('[A9 R110] what an agent has in hand or is offered is listed, and not to be opened', () => {
  const offered = work();
  invited('cem')(offered);
  const taken = work();
  inHands('cem')(taken);
  for (const house of [offered, taken])
    expect(lineFor('ana', house)).toMatchObject({ line: { id: 'i1' }, visible: false, actions: [] });
});

test('[I23 R105] finished work of a contact is reopened only out of that contact’s history', () => {
  const house = work();
  inHands('cem')(house);
  house.given('cem', { type: 'complete', ...i1 });
  expect(lineFor('cem', house).actions).toEqual(['reopen']);
  expect(answerOf(house.when('cem', { type: 'reopen', ...i1 }))).toBe('not_permitted');
  expect(answerOf(house.when('cem', { type: 'reopen', ...i1, contactId: 'somebody else' }))).toBe(
    'not_permitted',
  );
  expect(answerOf(house.when('cem', { type: 'reopen', ...i1, contactId }))).toBe('granted');
});

test('[I24 R104] nothing is replied to from the view of finished work', () => {
  const house = work();
  inHands('cem')(house);
  house.given('cem', { type: 'complete', ...i1 });
  for (const who of ['cem', 'ana', 'lena', 'adam'])
    for (const command of allowed(house.standing(who, house.interaction())))
      expect(['reopen', 'restart'], who).toContain(command);
  expect(answerOf(house.when('cem', { type: 'reportReply', ...i1 }))).toBe('wrong_state');
});
