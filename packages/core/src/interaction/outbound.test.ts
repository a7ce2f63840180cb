import { describe, expect, test } from 'vitest';
import { ROUTER, TIMER } from '../actor.ts';
import { TRAYS } from '../testing/centre.ts';
import { givenIn, type House } from '../testing/house.ts';
import { centreWithOptions, type Settings } from '../testing/options.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';
import { MINUTE } from '../values.ts';
import { viewOf } from './view.ts';

const i1 = { interactionId: 'i1' } as const;
const aside = { type: 'placeInWorkbin', ...i1 } as const;
const replied = { type: 'reportReply', ...i1 } as const;
const DRAFTS = { type: 'drafts', owner: { kind: 'Agent', id: 'ana' } } as const;
const objects = (mediaType: string) => {
  const { config } = centreWithOptions({});
  return {
    workbinTypes: [...config.workbinTypes, { id: 'drafts', name: 'Drafts', ownerKind: 'Agent' as const }],
    mediaTypes: config.mediaTypes.map((medium) =>
      medium.id === mediaType ? { ...medium, draftWorkbin: 'drafts' } : medium,
    ),
  };
};

/** Something that ana writes; its medium has a workbin for drafts. */
const written = (mediaType: string, settings: Settings = {}): House =>
  givenIn(
    centreWithOptions(settings, objects(mediaType)),
    ready('ana'),
    submitted('i1', { mediaType, interactionType: 'Outbound' }),
    inHands('ana'),
  );

describe.each(['email', 'facebook', 'twitter'])('outbound %s', (mediaType) => {
  test('[O25 R11 R15 R18] that is saved lies in the workbin for drafts, and inbound work does not', () => {
    expect(written(mediaType).given('ana', aside).interaction().workbin).toEqual(DRAFTS);
    const set = { application: { [`workbin.${mediaType}.draft`]: 'workitem.in-progress' } };
    const house = written(mediaType, set);
    expect(viewOf(house.standing('ana', house.interaction())).options.inProgress).toEqual(TRAYS.anasWork);
    expect(house.given('ana', aside).interaction().workbin).toEqual(TRAYS.anasWork);
    const inbound = givenIn(
      centreWithOptions({}, objects(mediaType)),
      ready('ana'),
      submitted('i1', { mediaType }),
      inHands('ana'),
    );
    inbound.when('ana', aside);
    expect(inbound.interaction().workbin).not.toEqual(DRAFTS);
  });

  test('[O25 I13] also when it is put to sleep', () => {
    const house = written(mediaType);
    house.given('ana', { type: 'snooze', ...i1, wakeAt: house.now + MINUTE });
    expect(house.interaction()).toMatchObject({ state: 'Snoozed', workbin: DRAFTS });
  });
});

test('[O25 S7] a draft that is left behind lies in the workbin for drafts', () => {
  const house = written('email').given('ana', { type: 'endSession', agentId: 'ana' });
  house.given(TIMER, { type: 'revoke', ...i1, reason: 'sessionEnded' });
  expect(house.interaction()).toMatchObject({ state: 'InWorkbin', workbin: DRAFTS });
});

test('[O25] without a workbin for drafts one must be named: the one for work in progress is not theirs', () => {
  const house = written('email', { tenant: { 'workbin.email.draft': '' } });
  expect(house.when('ana', aside)).toMatchObject({ refusal: { code: 'workbin_unknown', message: /drafts/ } });
});

test('[O25] goes out by the queue that is set; inbound work must be told where to', () => {
  const settings = { tenant: { 'email.outbound-queue': 'Orders' } };
  const out = written('email', settings).given('ana', { type: 'moveToQueue', ...i1 });
  expect(out.interaction()).toMatchObject({ state: 'Queued', queue: 'Orders' });
  const inbound = givenIn(centreWithOptions(settings), ready('ana'), submitted(), inHands('ana'));
  expect(answerOf(inbound.when('ana', { type: 'moveToQueue', ...i1 }))).toBe('queue_required');
});

test('[O26] new work without a queue goes where its options say, an override set of its own among them', () => {
  const house = givenIn(
    centreWithOptions({
      tenant: { 'email.default-queue': 'Anything' },
      persons: { ana: { 'email.default-queue': 'Orders' } },
      sets: { VIP: { 'email.default-queue': 'Inbox' } },
    }),
  );
  const submit = { type: 'submit', mediaType: 'email' } as const;
  house
    .given(ROUTER, { ...submit, interactionId: 'a', userData: {} })
    .given('ana', { ...submit, interactionId: 'b', userData: {} })
    .given('ana', { ...submit, interactionId: 'c', userData: { IW_OverrideOptions: 'VIP' } })
    .given('ana', { ...submit, interactionId: 'd', userData: {}, queue: 'Inbox' });
  expect(['a', 'b', 'c', 'd'].map((id) => house.interaction(id).queue)).toEqual([
    'Anything',
    'Orders',
    'Inbox',
    'Inbox',
  ]);
});

describe('work that was replied to', () => {
  const inbound = (mediaType: string, settings: Settings = {}, fields = {}) =>
    givenIn(
      centreWithOptions(settings),
      ready('ana', 'ben'),
      submitted('i1', { mediaType, userData: { Colour: 'red' }, ...fields }),
      inHands('ana'),
    );

  test.each(['email', 'facebook', 'twitter'])(
    '[O27 R14 R16 R19] %s lies in the in-progress workbin, still open',
    (mediaType) => {
      const house = inbound(mediaType, {
        application: { [`workbin.${mediaType}.in-progress`]: 'workitem.in-progress' },
      });
      house.given('ana', { ...replied, replyId: 'THEREPLY' });
      expect(house.interaction()).toMatchObject({
        state: 'InWorkbin',
        workbin: TRAYS.anasWork,
        userData: { Colour: 'red' },
      });
      expect(house.events.at(-1)).toMatchObject({ type: 'ReplySent', data: { replyId: 'THEREPLY' } });
      expect(answerOf(house.when('ana', { type: 'pull', ...i1 }))).toBe('granted');
    },
  );

  test('[O27] stays on the desk where there is no such workbin, or no room in it', () => {
    const house = inbound('chat');
    expect(answerOf(house.when('ana', replied))).toBe('workbin_unknown');
    expect(house.interaction().handler).toBe('ana');
    const full = givenIn(centreWithOptions({}), ready('ana'));
    for (const id of ['a', 'b', 'c']) {
      submitted(id)(full);
      inHands('ana', id)(full);
      expect(answerOf(full.when('ana', { ...replied, interactionId: id }))).toBe(
        id === 'c' ? 'workbin_full' : 'granted',
      );
    }
  });

  test('[O27] is reported by its agent alone, and of what goes out itself there is none', () => {
    expect(answerOf(inbound('email').when('ben', replied))).toBe('not_handler');
    expect(answerOf(written('email').when('ana', replied))).toBe('wrong_state');
  });
});

describe('the last agent of a contact', () => {
  const enabled = { tenant: { 'contact.last-called-agent.email.enable': 'true' } };
  const handled = (settings: Settings) =>
    givenIn(centreWithOptions(settings), ready('ana'), submitted('i1', { contactId: 'c1' }), inHands('ana'));
  const last = (house: House) => [...house.lastAgents];
  const ana = [[JSON.stringify(['c1', 'email']), 'ana']];

  test.each([
    ['putting aside', aside],
    ['replying', replied],
    ['finishing', { type: 'complete', ...i1 } as const],
  ])('[O28 R39] is noted without being asked for, on %s', (_, command) => {
    expect(last(handled(enabled).given('ana', command))).toEqual(ana);
    expect(last(handled({}).given('ana', command))).toEqual([]);
  });

  test('[O28 R38] what the request says counts, either way', () => {
    expect(last(handled(enabled).given('ana', { ...aside, saveLastAgent: false }))).toEqual([]);
    expect(last(handled({}).given('ana', { ...aside, saveLastAgent: true }))).toEqual(ana);
  });

  test('[O28] is nobody who finishes what lies in a workbin', () => {
    const house = handled(enabled).given('ana', { ...aside, saveLastAgent: false });
    house.given('lena', { type: 'complete', ...i1 });
    expect(last(house)).toEqual([]);
  });
});
