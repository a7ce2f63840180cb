import { describe, expect, test } from 'vitest';
import { ROUTER, user } from '../actor.ts';
import { CONFIG } from '../testing/centre.ts';
import { contactCentre } from './contact-centre.ts';
import { configurationNews, joinNews, reconfiguration } from './news.ts';
import type { ContactCentreConfig } from './objects.ts';

const news = (who: string, more: Partial<ContactCentreConfig>) =>
  configurationNews(user(who), reconfiguration(contactCentre(CONFIG), contactCentre({ ...CONFIG, ...more })));

const withAgent = (id: string, more: object) =>
  CONFIG.agents.map((agent) => (agent.id === id ? { ...agent, ...more } : agent));

describe('[C16] what a new version means to somebody at a desk', () => {
  test('the facts of the desk come with it', () => {
    const { desk, about } = news('ana', {
      agents: withAgent('ana', { name: 'Anna', capacity: { email: 7 } }),
    });
    expect(desk).toMatchObject({ agent: { name: 'Anna' }, capacity: { email: 7 } });
    expect(about).toEqual(['agents']);
  });

  test('a new name, or a list for readers, says nothing about the work', () => {
    expect(news('ana', { agents: withAgent('ana', { name: 'Anna' }) }).work).toBe(false);
    expect(news('ana', { filters: [{ id: 'F', name: 'F', condition: 'x', columns: [] }] }).work).toBe(false);
    expect(news('ana', { queues: CONFIG.queues.toReversed() })).toMatchObject({
      work: false,
      about: ['queues'],
    });
  });

  test('what is set for one person or one group concerns them and nobody else', () => {
    const options = { 'interaction-workspace': { 'login.workitem.is-auto-ready': 'true' } };
    const forAna = { agents: withAgent('ana', { options }) };
    expect(news('ana', forAna).work).toBe(true);
    expect(news('cem', forAna).work).toBe(false);
    const [first, ...others] = CONFIG.agentGroups;
    if (first === undefined) throw new Error('There is a group.');
    const forGroup = { agentGroups: [{ ...first, options }, ...others] };
    const [member] = first.members;
    expect(news(member ?? '', forGroup).work).toBe(true);
    const stranger = CONFIG.agents.find(
      ({ id }) => !first.members.includes(id) && !first.supervisors.includes(id),
    );
    expect(news(stranger?.id ?? '', forGroup).work).toBe(false);
  });

  test('what is set for everybody concerns everybody', () => {
    const settings = { ...CONFIG.settings, dispositionMandatory: !CONFIG.settings.dispositionMandatory };
    for (const { id } of CONFIG.agents) expect(news(id, { settings }).work).toBe(true);
  });

  test('who is no agent has no desk', () => {
    const changed = reconfiguration(contactCentre(CONFIG), contactCentre({ ...CONFIG, filters: [] }));
    expect(configurationNews(ROUTER, changed).desk).toBeUndefined();
    expect(configurationNews(user('nobody'), changed).desk).toBeUndefined();
  });

  test('several versions are told as one', () => {
    const first = news('ana', { settings: { ...CONFIG.settings, leaseSeconds: 99 } });
    const second = news('ana', { queues: CONFIG.queues.toReversed() });
    expect(joinNews(first, second)).toMatchObject({
      about: ['settings', 'queues'],
      work: true,
      desk: second.desk,
    });
    expect(joinNews(undefined, second)).toEqual(second);
  });
});
