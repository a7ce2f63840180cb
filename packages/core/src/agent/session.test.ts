import { describe, expect, test } from 'vitest';
import { ROUTER, TIMER } from '../actor.ts';
import { whenChannelIsLeft } from '../interaction/deadlines.ts';
import { CENTRE, CONFIG, centreWith } from '../testing/centre.ts';
import { given, type House } from '../testing/house.ts';
import { answerOf, happenedIn, inHands, ready, submitted } from '../testing/steps.ts';
import { SECOND } from '../values.ts';

const ana = { agentId: 'ana' } as const;
const loggedOn = () => given((house) => house.given('ana', { type: 'startSession', ...ana }));
const lapsed = () =>
  given(ready('ana'), (house) => house.pass(15 * SECOND).given(TIMER, { type: 'expireLease', ...ana }));
const offer = (house: House, agentId = 'ana') =>
  answerOf(house.when(ROUTER, { type: 'invite', interactionId: 'i1', agentId }));

describe('logging on and off', () => {
  test('[S1] at the usual place, on every medium there is room for, ready for none', () => {
    const session = loggedOn().session('ana');
    expect(session).toMatchObject({ active: true, reachable: true, placeId: 'desk 1' });
    expect(Object.keys(session.channels).sort()).toEqual([...CENTRE.mediaTypes.keys()].sort());
    expect(Object.values(session.channels).some((channel) => channel.ready)).toBe(false);
  });

  test('[S1] or where and on what the agent says, if there is such a place and such a medium', () => {
    const house = given();
    const start = { type: 'startSession', ...ana } as const;
    expect(answerOf(house.when('ana', { ...start, placeId: 'the moon' }))).toBe('place_unknown');
    const fax = [{ mediaType: 'fax', ready: true }];
    expect(answerOf(house.when('ana', { ...start, channels: fax }))).toBe('media_type_unknown');
    house.given('ana', { ...start, placeId: 'desk 3', channels: [{ mediaType: 'chat', ready: true }] });
    expect(house.session('ana')).toMatchObject({ placeId: 'desk 3', channels: { chat: { ready: true } } });
  });

  test('[S2] a second tab joins the same session: nothing happens, and nothing that is set is lost', () => {
    const house = given(ready('ana'));
    const before = house.session('ana');
    expect(happenedIn(house.pass(SECOND).when('ana', { type: 'startSession', ...ana }))).toEqual([]);
    expect(house.session('ana')).toEqual({ ...before, leaseUntil: house.now + 15 * SECOND });
  });

  test('[S2] a second tab may add a channel or change the place', () => {
    const house = given((h) =>
      h.given('ana', { type: 'startSession', ...ana, channels: [{ mediaType: 'chat', ready: true }] }),
    );
    const email = [{ mediaType: 'email', ready: false }];
    expect(
      happenedIn(house.when('ana', { type: 'startSession', ...ana, placeId: 'counter', channels: email })),
    ).toEqual(['SessionExtended']);
    expect(house.session('ana')).toMatchObject({
      placeId: 'counter',
      channels: { chat: { ready: true }, email: { ready: false } },
    });
  });

  test('[S3] logged off, nothing works but logging on, and what is in hand still counts', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    house.given('ana', { type: 'endSession', ...ana });
    expect(house.session('ana')).toMatchObject({ active: false, channels: {}, load: { email: 1 } });
    for (const type of ['endSession', 'renewLease', 'setReady', 'setNotReady'] as const)
      expect(answerOf(house.when('ana', { type, ...ana })), type).toBe('no_session');
  });
});

describe('ready and not ready', () => {
  test('[S4] per channel, with a reason that is configured; asked twice, nothing happens twice', () => {
    const house = loggedOn();
    expect(happenedIn(house.when('ana', { type: 'setReady', ...ana, mediaType: 'chat' }))).toEqual([
      'AgentReady',
    ]);
    expect(happenedIn(house.when('ana', { type: 'setReady', ...ana, mediaType: 'chat' }))).toEqual([]);
    const away = { type: 'setNotReady', ...ana, reason: 'lunch' } as const;
    expect(answerOf(house.when('ana', { ...away, reason: 'moonrise' }))).toBe('reason_unknown');
    expect(happenedIn(house.when('ana', away))).toEqual(['AgentNotReady']);
    expect(house.session('ana').channels).toMatchObject({
      chat: { ready: false, reason: 'lunch' },
      email: { reason: 'lunch' },
    });
  });

  test.each(['fax', 'constructor', '__proto__', 'toString'])(
    '[S4] a channel the agent is not on is refused: %s',
    (mediaType) => {
      expect(answerOf(loggedOn().when('ana', { type: 'setReady', ...ana, mediaType }))).toBe(
        'channel_missing',
      );
    },
  );

  test('[S5] a team lead sets readiness and logs off, for agents of their groups, and nothing more', () => {
    const house = given(ready('ana', 'cem'));
    expect(answerOf(house.when('lena', { type: 'setNotReady', ...ana }))).toBe('granted');
    expect(answerOf(house.when('lena', { type: 'endSession', agentId: 'cem' }))).toBe('not_permitted');
    expect(answerOf(house.when('ben', { type: 'endSession', ...ana }))).toBe('not_permitted');
    for (const type of ['renewLease', 'startSession', 'expireLease'] as const)
      expect(answerOf(house.when('lena', { type, ...ana })), type).toBe('not_permitted');
    expect(answerOf(house.when('lena', { type: 'endSession', ...ana }))).toBe('granted');
  });

  test('[S11] an agent leaves one channel and takes it up again; nobody does it for them', () => {
    const house = loggedOn();
    const leave = { type: 'leaveChannel', ...ana, mediaType: 'chat' } as const;
    for (const who of ['lena', 'ben']) expect(answerOf(house.when(who, leave)), who).toBe('not_permitted');
    const others = Object.keys(house.session('ana').channels).filter((id) => id !== 'chat');
    expect(happenedIn(house.when('ana', leave))).toEqual(['ChannelLeft']);
    expect(Object.keys(house.session('ana').channels)).toEqual(others);
    expect(answerOf(house.when('ana', leave))).toBe('channel_missing');
    house.given('ana', { type: 'startSession', ...ana, channels: [{ mediaType: 'chat', ready: true }] });
    expect(house.session('ana').channels).toMatchObject({ chat: { ready: true } });
  });

  test('[S12] an offer of the channel that was left is taken back, and work in hand stays', () => {
    const house = given(ready('ana', 'ben'), submitted('i1'), submitted('i2'), inHands('ana', 'i2'));
    house.given(ROUTER, { type: 'invite', interactionId: 'i1', agentId: 'ana' });
    const follows = (id: string) => whenChannelIsLeft(house.interaction(id), house.session('ana'));
    const revoke = { type: 'revoke', interactionId: 'i1', reason: 'channelLeft' } as const;
    expect(follows('i1')).toBeUndefined();
    expect(answerOf(house.when(TIMER, revoke))).toBe('not_due');
    house.given('ana', { type: 'leaveChannel', ...ana, mediaType: 'email' });
    expect([follows('i1'), follows('i2')]).toEqual([revoke, undefined]);
    expect(answerOf(house.when('ana', revoke))).toBe('not_permitted');
    expect(happenedIn(house.when(TIMER, revoke))).toEqual(['InviteRevoked']);
    expect(house.interaction('i1')).toMatchObject({ state: 'Queued', exclusions: [] });
    expect(answerOf(house.when(TIMER, { ...revoke, interactionId: 'i2' }))).toBe('not_due');
    expect(house.session('ana').load).toEqual({ email: 1 });
    const invite = { type: 'invite', interactionId: 'i1', agentId: 'ana' } as const;
    expect(answerOf(house.when(ROUTER, invite))).toBe('channel_missing');
  });

  test('[S5] what a lead does is no sign of life of the agent', () => {
    const house = lapsed();
    house.given('lena', { type: 'setNotReady', ...ana });
    expect(house.session('ana').reachable).toBe(false);
  });
});

describe('the lease', () => {
  test('[S9] without a sign of life the agent is unreachable, stays ready, and is offered nothing', () => {
    const house = given(ready('ana'), submitted()).pass(15 * SECOND - 1);
    expect(answerOf(house.when(TIMER, { type: 'expireLease', ...ana }))).toBe('not_due');
    expect(happenedIn(house.pass(1).when(TIMER, { type: 'expireLease', ...ana }))).toEqual(['LeaseLapsed']);
    expect(house.session('ana')).toMatchObject({ reachable: false, channels: { email: { ready: true } } });
    expect(offer(house)).toBe('agent_unreachable');
  });

  test.each([
    ['renewLease', []],
    ['startSession', []],
    ['setReady', []],
    ['setNotReady', ['AgentNotReady']],
  ] as const)('[S10] whatever the agent does themselves brings them back: %s', (type, also) => {
    const house = lapsed();
    expect(happenedIn(house.when('ana', { type, ...ana }))).toEqual(['LeaseRecovered', ...also]);
    expect(house.session('ana')).toMatchObject({
      active: true,
      reachable: true,
      leaseUntil: house.now + 15 * SECOND,
    });
  });

  test('[S10] a lease renewed in time tells nobody anything', () => {
    const house = given(ready('ana'));
    const { version } = house.session('ana');
    expect(happenedIn(house.pass(SECOND).when('ana', { type: 'renewLease', ...ana }))).toEqual([]);
    expect(house.session('ana').version).toBe(version);
  });

  test('[S9] an agent who is no longer configured lapses too, so that their work moves on', () => {
    const house = given(ready('ana')).pass(15 * SECOND);
    const without = (ids: readonly string[]) => ids.filter((id) => id !== 'ana');
    house.centre = centreWith(
      {},
      {
        agents: CONFIG.agents.filter(({ id }) => id !== 'ana'),
        agentGroups: CONFIG.agentGroups.map((group) => ({ ...group, members: without(group.members) })),
      },
    );
    expect(happenedIn(house.when(TIMER, { type: 'expireLease', ...ana }))).toEqual(['LeaseLapsed']);
  });
});
