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
