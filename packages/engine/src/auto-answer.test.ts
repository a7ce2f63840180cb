import { type ContactCentreConfig, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';

const withOptions = (options: Record<string, string>): ContactCentreConfig => ({
  ...CENTRE,
  settings: { ...CENTRE.settings, leaseSeconds: 600 },
  options: { application: { 'interaction-workspace': options } },
});

describe('an offer that answers itself', () => {
  it('[O11 R83] is accepted at once by the server, with nobody’s help', async () => {
    await using house = await House.open({ config: withOptions({ 'workitem.auto-answer': 'true' }) });
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('AgentInvited', id);
    await house.clock.advance(1);
    const accepted = await ear.untilType('InteractionAccepted', id);
    expect(accepted).toMatchObject({ by: '@timer', data: { agentId: 'ana' } });
    expect(await house.row(id)).toMatchObject({ state: 'Processing', handler: 'ana' });
  });

  it('[O11 O12 R88] waits for its timer; until then a "no" is refused, and the desk is told', async () => {
    await using house = await House.open({
      config: withOptions({ 'workitem.auto-answer': 'true', 'workitem.auto-answer.timer': '10' }),
    });
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('AgentInvited', id);
    const me = await house.engine.me(user('ana'));
    if (!me.ok) throw new Error(me.refusal.message);
    const [offer] = me.value.work;
    expect(offer?.interaction.invitation?.autoAnswer).toEqual({
      at: house.clock.now() + 10_000,
      mayDecline: false,
    });
    expect(offer?.allowed).toContain('accept');
    expect(offer?.allowed).not.toContain('reject');
    expect(await house.on('ana', id, { type: 'reject' })).toMatchObject({
      refusal: { code: 'decline_disabled' },
    });
    await house.clock.advance(9_000);
    expect((await house.row(id)).state).toBe('Invited');
    await house.clock.advance(2_000);
    await ear.untilType('InteractionAccepted', id);
  });

  it('[O11] is answered by another server when the first one is gone', async () => {
    const config = withOptions({ 'workitem.auto-answer': 'true', 'workitem.auto-answer.timer': '10' });
    await using house = await House.open({ config });
    await house.ready('ana');
    await using first = await house.listen();
    const id = await house.submit();
    await first.untilType('AgentInvited', id);
    await house.engine.stop();
    house.clock.jump(15_000);
    await house.addEngine();
    await expect.poll(async () => (await house.row(id)).state, { timeout: 20_000 }).toBe('Processing');
  });

  it('[O11] runs out like any other offer when no server was there in time', async () => {
    const config = withOptions({ 'workitem.auto-answer': 'true', 'workitem.auto-answer.timer': '10' });
    await using house = await House.open({ config });
    await house.ready('ana');
    await using first = await house.listen();
    const id = await house.submit();
    await first.untilType('AgentInvited', id);
    await house.engine.stop();
    house.clock.jump(60_000);
    await using ear = await house.listen(await house.addEngine());
    const { state } = await house.row(id);
    if (state === 'Invited') await ear.untilType('InviteRevoked', id);
    expect((await house.row(id)).handler).toBeUndefined();
  });
});
