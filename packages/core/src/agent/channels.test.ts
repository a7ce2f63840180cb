import { describe, expect, test } from 'vitest';
import { givenIn } from '../testing/house.ts';
import { atEachLevel, centreWithOptions, type Settings } from '../testing/options.ts';
import { answerOf, ready } from '../testing/steps.ts';
import type { ChannelWish } from './channels.ts';
import { channelChoices } from './channels.ts';

const OTHERS = ['chat', 'email', 'facebook', 'twitter', 'workitem'];

/** The channels after a log-on: `+` for ready. */
function loggedOn(settings: Settings, channels?: readonly ChannelWish[], who = 'ana') {
  const house = givenIn(centreWithOptions(settings));
  house.given(who, {
    type: 'startSession',
    agentId: who,
    ...(channels === undefined ? {} : { channels: [...channels] }),
  });
  return Object.entries(house.session(who).channels)
    .map(([mediaType, { ready }]) => `${ready ? '+' : ''}${mediaType}`)
    .sort();
}

describe('ready from the beginning', () => {
  const AUTO = { 'login.email.is-auto-ready': 'true' };

  test.each(atEachLevel(AUTO))('[O14 R81] the channel begins ready, when set %s', (_, settings) => {
    expect(loggedOn(settings)).toEqual(['+email', 'chat', 'facebook', 'twitter', 'workitem']);
    expect(loggedOn(settings, [{ mediaType: 'email' }, { mediaType: 'chat' }])).toEqual(['+email', 'chat']);
  });

  test('[O14 S1] without it no channel does, and for somebody else neither', () => {
    expect(loggedOn({})).toEqual(OTHERS);
    expect(loggedOn({ persons: { ben: AUTO }, groups: { Sales: AUTO } })).toEqual(OTHERS);
  });

  test('[O14] what the log-on says itself stands above the option', () => {
    const no = [{ mediaType: 'email', ready: false }];
    expect(loggedOn({ application: AUTO }, no)).toEqual(['email']);
    expect(loggedOn({}, [{ mediaType: 'email', ready: true }])).toEqual(['+email']);
  });

  test('[O14 S2] it holds for channels that are added later, and changes none that is there', () => {
    const house = givenIn(
      centreWithOptions({ application: { ...AUTO, 'login.chat.is-auto-ready': 'true' } }),
    );
    const start = { type: 'startSession', agentId: 'ana' } as const;
    house.given('ana', { ...start, channels: [{ mediaType: 'email', ready: false }] });
    house.given('ana', { ...start, channels: [{ mediaType: 'email' }, { mediaType: 'chat' }] });
    expect(house.session('ana').channels).toMatchObject({ email: { ready: false }, chat: { ready: true } });
  });
});

describe('a channel that may not be left out', () => {
  const KEPT = { 'login.email.can-unactivate-channel': 'false' };
  const chatOnly = [{ mediaType: 'chat', ready: true }];

  test.each(atEachLevel(KEPT))('[O14 R80] is there whatever was chosen, when set %s', (_, settings) => {
    expect(loggedOn(settings, chatOnly)).toEqual(['+chat', 'email']);
    expect(loggedOn(settings, [])).toEqual(['email']);
    expect(
      loggedOn({ ...settings, tenant: { ...settings.tenant, 'login.email.is-auto-ready': 'true' } }, []),
    ).toEqual(['+email']);
  });

  test('[S11 O14] may not be left later either', () => {
    const house = givenIn(centreWithOptions({ application: KEPT }));
    house.given('ana', { type: 'startSession', agentId: 'ana' });
    const leave = (mediaType: string) =>
      answerOf(house.when('ana', { type: 'leaveChannel', agentId: 'ana', mediaType }));
    expect([leave('email'), leave('chat')]).toEqual(['kept_by_policy', 'granted']);
  });

  test('[O14 R80] others may be left out, and so may it by somebody else', () => {
    expect(loggedOn({}, chatOnly)).toEqual(['+chat']);
    expect(loggedOn({ persons: { ben: KEPT } }, chatOnly)).toEqual(['+chat']);
  });

  test('[O14] is not forced on an agent who has no room for it', () => {
    const set = { application: { 'login.workitem.can-unactivate-channel': 'false' } };
    const agents = centreWithOptions({}).config.agents.map((agent) =>
      agent.id === 'ana' ? { ...agent, capacity: { workitem: 0 } } : agent,
    );
    const house = givenIn(centreWithOptions(set, { agents }));
    house.given('ana', { type: 'startSession', agentId: 'ana', channels: [] });
    expect(house.session('ana').channels).toEqual({});
  });
});

describe('the kinds of work item an agent works on', () => {
  const mediaTypes = [
    ...centreWithOptions({}).config.mediaTypes,
    { id: 'repair order', name: 'Repair order', capacity: 2 },
  ];
  const start = (channels?: readonly string[]) =>
    ({
      type: 'startSession',
      agentId: 'ana',
      ...(channels === undefined ? {} : { channels: channels.map((mediaType) => ({ mediaType })) }),
    }) as const;

  test.each(atEachLevel({ 'openmedia.workitem-channels': 'repair order' }))(
    '[O13 R82] those that are listed, beside the media with channels of their own, when set %s',
    (_, settings) => {
      const house = givenIn(centreWithOptions(settings, { mediaTypes }));
      expect(channelChoices('ana', house.centre).map(({ mediaType }) => mediaType)).toEqual([
        'email',
        'chat',
        'facebook',
        'twitter',
        'repair order',
      ]);
      expect(answerOf(house.when('ana', start(['workitem'])))).toBe('channel_not_offered');
      house.given('ana', start());
      expect(Object.keys(house.session('ana').channels)).not.toContain('workitem');
      expect(Object.keys(house.session('ana').channels)).toContain('repair order');
      expect(answerOf(house.when('ana', start(['workitem'])))).toBe('channel_not_offered');
    },
  );

  test('[O13 R82] every kind, where nothing is listed or it is listed for somebody else', () => {
    for (const settings of [{}, { persons: { ben: { 'openmedia.workitem-channels': 'workitem' } } }]) {
      const house = givenIn(centreWithOptions(settings, { mediaTypes }), ready('ana'));
      expect(Object.keys(house.session('ana').channels)).toEqual(
        expect.arrayContaining(['workitem', 'repair order']),
      );
    }
  });
});

test('[O14 O17] the desk is told which channels there are, how they begin and which must stay', () => {
  const centre = centreWithOptions({
    groups: { Claims: { 'login.email.can-unactivate-channel': 'false', 'login.chat.is-auto-ready': 'true' } },
  });
  expect(channelChoices('ana', centre).slice(0, 3)).toEqual([
    { mediaType: 'email', mayLeaveOut: false },
    { mediaType: 'chat', ready: true, mayLeaveOut: true },
    { mediaType: 'facebook', mayLeaveOut: true },
  ]);
});
