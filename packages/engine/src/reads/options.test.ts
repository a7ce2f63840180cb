import { type ContactCentreConfig, user } from '@intray/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE } from '../testing/centre.ts';
import { House } from '../testing/house.ts';

const section = (options: Record<string, string>) => ({ 'interaction-workspace': options });
const config: ContactCentreConfig = {
  ...CENTRE,
  options: { tenant: section({ 'workitem.prompt-for-done': 'true' }) },
  agentGroups: CENTRE.agentGroups.map((group) => ({
    ...group,
    options: section({ 'workitem.prompt-for-done': 'false' }),
  })),
};
const name = 'workitem.prompt-for-done';

describe('roles kept in the database', () => {
  it('[P2 P11] are told to the person, their team lead and administrators; a new configuration holds at once', async () => {
    await using house = await House.open({ config: CENTRE });
    const told = async (who: string, agentId = who) => {
      const answer = await house.engine.access(user(who), { agentId, privilege: 'submit' });
      if (!answer.ok) return answer.refusal.code;
      const [only] = answer.value;
      return [only?.allowed, only?.deniedBy[0]?.agentGroup];
    };
    for (const who of ['ana', 'lena', 'adam']) expect(await told(who, 'ana')).toEqual([true, undefined]);
    expect(await told('ben', 'ana')).toBe('not_permitted');
    const roles = [...CENTRE.roles, { id: 'Calm', name: 'Calm', privileges: [], denied: ['submit'] }];
    const agentGroups = CENTRE.agentGroups.map((group) => ({ ...group, roles: ['Calm'] }));
    await house.store.saveConfiguration({ ...CENTRE, roles, agentGroups }, 'adam', house.clock.now());
    await house.engine.reloadConfiguration();
    expect(await told('ana')).toEqual([false, 'Team']);
    const command = {
      type: 'submit',
      interactionId: 'X1',
      mediaType: 'email',
      queue: 'Inbox',
      userData: {},
    } as const;
    expect(await house.engine.execute({ command, actor: user('ana') })).toMatchObject({
      ok: false,
      refusal: { code: 'not_permitted', detail: { deniedBy: 'Calm' } },
    });
  });
});

describe('options kept in the database', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open({ config });
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const won = async (who: string, agentId = who, interactionId?: string) => {
    const answer = await house.engine.options(user(who), {
      agentId,
      name,
      ...(interactionId === undefined ? {} : { interactionId }),
    });
    if (!answer.ok) return answer.refusal.code;
    const [only] = answer.value;
    return [only?.means, only?.wonBy, only?.wonByOf];
  };

  it('[O5 O8] hold by level, and are told to the person, their team lead and administrators', async () => {
    expect(await won('ana')).toEqual([false, 'agentGroup', 'Team']);
    expect(await won('lena', 'ana')).toEqual([false, 'agentGroup', 'Team']);
    expect(await won('lena')).toEqual([true, 'tenant', undefined]);
    expect(await won('adam', 'lena')).toEqual([true, 'tenant', undefined]);
    expect(await won('ben', 'ana')).toBe('not_permitted');
  });

  it('[O6 O8] for an interaction, to those who may see it; a new configuration holds at once', async () => {
    const id = await house.submit();
    await house.given('adam', id, { type: 'attachUserData', userData: { IW_OverrideOptions: 'VIP' } });
    expect(await won('ana', 'ana', id)).toEqual([false, 'agentGroup', 'Team']);
    const overrideSets = [{ id: 'VIP', options: section({ [name]: 'true' }) }];
    await house.store.saveConfiguration({ ...config, overrideSets }, 'adam', house.clock.now());
    await house.engine.reloadConfiguration();
    expect(await won('ana', 'ana', id)).toEqual([true, 'item', 'VIP']);
    expect(await won('ana')).toEqual([false, 'agentGroup', 'Team']);
    expect(await won('lena', 'lena', 'NONE')).toBe('interaction_unknown');
  });
});
