import { user } from '@intray/core';
import { openDatabase } from '@intray/store';
import { describe, expect, it } from 'vitest';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';

const MINUTE = 60_000;
/** Long leases: what is tested is another deadline. */
const CALM = { ...CENTRE, settings: { ...CENTRE.settings, leaseSeconds: 600 } };

describe('deadlines', () => {
  it('takes an offer back that nobody answered, and leaves that agent in peace for a while [Q7]', async () => {
    await using house = await House.open({ config: CALM });
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('AgentInvited', id);
    await house.clock.advance(29_000);
    expect((await house.row(id)).state).toBe('Invited');
    await house.clock.advance(2_000);
    await ear.untilType('InviteRevoked', id);
    expect((await house.row(id)).exclusions).toMatchObject([{ agentId: 'ana' }]);
  });

  it('takes work from a desk whose agent did nothing for the whole handling time', async () => {
    await using house = await House.open({
      config: { ...CALM, mediaTypes: CALM.mediaTypes.map((media) => ({ ...media, handlingMinutes: 5 })) },
    });
    await house.present('ana');
    const id = await house.submit();
    await house.given('ana', id, { type: 'pull' });
    await house.clock.advance(5 * MINUTE + 1_000);
    expect((await house.row(id)).state).toBe('Queued');
  });

  it('follows up on what is due behind more than it can do anything about [G6]', async () => {
    await using house = await House.open({ config: CALM });
    await house.present('ana', ['email']);
    const id = await house.submit({ mediaType: 'email' });
    await house.given('ana', id, { type: 'pull' });
    await house.given('ana', id, { type: 'snooze', wakeAt: house.clock.now() + MINUTE });
    await Promise.all(Array.from({ length: 501 }, () => house.submit()));
    // As no rule would have it: due for ever, and nothing to be done about it.
    const broken = openDatabase({ url: house.url, poolSize: 1, applicationName: 'broken' });
    await broken.query({ text: "update interaction set deadline = 1 where state = 'Queued'" });
    await broken.close();
    await using ear = await house.listen();
    await house.clock.advance(MINUTE + 1_000);
    await ear.untilType('WokeInWorkbin', id);
  });

  it('wakes what was snoozed, after a restart too', async () => {
    await using house = await House.open({ config: CALM });
    await house.present('ana', ['email']);
    const id = await house.submit({ mediaType: 'email' });
    await house.given('ana', id, { type: 'pull' });
    await house.given('ana', id, { type: 'snooze', wakeAt: house.clock.now() + 2 * MINUTE });
    await house.engine.stop();
    house.clock.jump(3 * MINUTE);
    await using ear = await house.listen(await house.addEngine());
    if ((await house.row(id)).state === 'Snoozed') await ear.untilType('WokeInWorkbin', id);
    expect(await house.row(id)).toMatchObject({ state: 'InWorkbin', workbin: { type: 'email.in-progress' } });
  });

  it('returns a transfer that nobody answered to its origin', async () => {
    await using house = await House.open({ config: CALM });
    await house.present('ana');
    await house.present('ben');
    const id = await house.submit();
    await house.given('ana', id, { type: 'pull' });
    await house.given('ana', id, { type: 'transfer', agentId: 'ben' });
    await house.clock.advance(31_000);
    expect(await house.row(id)).toMatchObject({ state: 'Processing', handler: 'ana' });
  });

  it('does no harm twice: two nodes follow up on the same deadlines', async () => {
    await using house = await House.open({ engines: 2, config: CALM });
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('AgentInvited', id);
    await house.clock.advance(32_000);
    await ear.untilType('InviteRevoked', id);
    expect((await house.row(id)).version).toBe(3);
  });
});

describe('agents who are gone', () => {
  it('takes an offer back the moment its channel is left, and leaves work in hand where it is [S12]', async () => {
    await using house = await House.open();
    await house.present('ana', ['workitem', 'email']);
    const inHand = await house.submit({ mediaType: 'email' });
    await house.given('ana', inHand, { type: 'pull' });
    await house.session('ana', { type: 'setReady' });
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('AgentInvited', id);
    const leave = (mediaType: string) =>
      house.engine.execute({
        command: { type: 'leaveChannel', agentId: 'ana', mediaType },
        actor: user('ana'),
      });
    await leave('email');
    await leave('workitem');
    expect(await ear.untilType('InviteRevoked', id)).toMatchObject({ data: { reason: 'channelLeft' } });
    expect(await house.row(inHand)).toMatchObject({ state: 'Processing', handler: 'ana' });
    expect(await house.row(id)).toMatchObject({ state: 'Queued', exclusions: [] });
    expect((await house.store.sessions(['ana']))[0]).toMatchObject({
      active: true,
      channels: {},
      load: { workitem: 0, email: 1 },
    });
  });

  it('takes an offer back the moment the lease lapses [S6] [S9]', async () => {
    await using house = await House.open();
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('AgentInvited', id);
    await house.clock.advance(16_000);
    expect(await ear.untilType('InviteRevoked', id)).toMatchObject({ data: { reason: 'leaseLapsed' } });
    expect((await house.store.sessions(['ana']))[0]).toMatchObject({
      active: true,
      reachable: false,
      load: { workitem: 0 },
    });
  });

  it.each([
    ['workitem', 'Processing', 'ana'],
    ['email', 'InWorkbin', undefined],
    ['chat', 'Queued', undefined],
  ])('leaves %s as its policy says: %s [S7]', async (mediaType, state, handler) => {
    await using house = await House.open();
    await house.present('ana', [mediaType]);
    await using ear = await house.listen();
    const id = await house.submit({ mediaType });
    await house.given('ana', id, { type: 'pull' });
    await house.clock.advance(16_000);
    await ear.untilType('LeaseLapsed', 'ana');
    if (handler === undefined) await ear.until((event) => event.type.startsWith('WorkReturned'));
    const row = await house.row(id);
    expect([row.state, row.handler]).toEqual([state, handler]);
  });

  it('keeps everything on the desk of an agent who renews the lease in time [S10]', async () => {
    await using house = await House.open();
    await house.present('ana', ['chat']);
    const id = await house.submit({ mediaType: 'chat' });
    await house.given('ana', id, { type: 'pull' });
    for (let round = 0; round < 6; round += 1) {
      await house.clock.advance(10_000);
      await house.session('ana', { type: 'renewLease' });
    }
    expect(await house.row(id)).toMatchObject({ state: 'Processing', handler: 'ana' });
  });

  it('takes a transfer back from an origin who is gone, and then the work itself [S8] [S7]', async () => {
    await using house = await House.open();
    await house.present('ana', ['chat']);
    await house.present('ben', ['chat']);
    await using ear = await house.listen();
    const id = await house.submit({ mediaType: 'chat' });
    await house.given('ana', id, { type: 'pull' });
    await house.given('ana', id, { type: 'transfer', agentId: 'ben' });
    await house.session('ana', { type: 'endSession' });
    await ear.untilType('WorkReturnedToQueue', id);
    expect((await house.store.sessions(['ana', 'ben'])).map(({ load }) => load.chat)).toEqual([0, 0]);
  });

  it('follows up after a start on what a node that crashed left behind', async () => {
    await using house = await House.open({ started: false });
    const engine = house.engine;
    // Loaded, but with no sweeper running: the commit is kept, and nobody follows up on it.
    await engine.reloadConfiguration();
    await house.present('ana', ['chat']);
    const id = await house.submit({ mediaType: 'chat' });
    await house.given('ana', id, { type: 'pull' });
    await house.session('ana', { type: 'endSession' });
    expect((await house.row(id)).state).toBe('Processing');
    await using ear = await house.listen(engine);
    await engine.start();
    await ear.untilType('WorkReturnedToQueue', id);
  });
});

describe('time without a server', () => {
  it('does not count against leases', async () => {
    await using house = await House.open();
    await house.present('ana', ['chat']);
    const id = await house.submit({ mediaType: 'chat' });
    await house.given('ana', id, { type: 'pull' });
    await house.engine.stop();
    house.clock.jump(10 * MINUTE);
    await house.addEngine();
    await house.clock.advance(8_000);
    expect(await house.row(id)).toMatchObject({ state: 'Processing', handler: 'ana' });
    await house.clock.advance(10_000);
    expect((await house.row(id)).state).toBe('Queued');
  });

  it('does not count either when the only process was asleep', async () => {
    await using house = await House.open();
    await house.present('ana', ['chat']);
    house.clock.jump(10 * MINUTE);
    await house.clock.advance(5_000);
    expect((await house.store.sessions(['ana']))[0]?.reachable).toBe(true);
    expect(
      await house.engine.execute({ command: { type: 'renewLease', agentId: 'ana' }, actor: user('ana') }),
    ).toMatchObject({
      ok: true,
      events: [],
    });
  });
});
