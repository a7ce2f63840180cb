import { type ContactCentreConfig, OPTIONS } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { DEMO_CENTRE } from '../testing/demo-centre.ts';
import { basic, memoryDesk, runServer, signInAs } from '../testing/index.ts';

const section = (options: Record<string, string>) => ({ 'interaction-workspace': options });
const config: ContactCentreConfig = {
  ...DEMO_CENTRE,
  options: { application: section({ 'workitem.auto-answer': 'true' }) },
  agents: DEMO_CENTRE.agents.map((agent) =>
    agent.id === 'agent1' ? { ...agent, options: section({ 'workitem.auto-answer.timer': '20' }) } : agent,
  ),
  overrideSets: [{ id: 'VIP', options: section({ 'workitem.auto-answer.timer': '5' }) }],
};
const timer = 'name=workitem.auto-answer.timer';

describe('options over REST', () => {
  const ask = async (who: string, query: string) => {
    await using server = await runServer({ desk: memoryDesk({ config }) });
    return server.app.inject({ url: `/api/v1/options?${query}`, headers: basic(who) });
  };

  it('[O8] tells a person all of their own, with the value, its levels and who won', async () => {
    const answer = await ask('agent1', '');
    expect(answer.statusCode).toBe(200);
    const all: { name: string; pattern: string }[] = answer.json();
    const patterns = new Set(all.map(({ pattern }) => pattern));
    for (const { pattern } of OPTIONS)
      expect(patterns.has(pattern), pattern).toBe(pattern !== 'workbin.<media-type>.<nickname>');
    expect(all.find(({ name }) => name === 'workitem.auto-answer.timer')).toMatchObject({
      value: '20',
      means: 20,
      wonBy: 'person',
      levels: [
        { level: 'person', of: 'agent1', value: '20' },
        { level: 'default', value: '0' },
      ],
    });
  });

  it.each([
    ['agent1', timer, 200],
    ['lead1', `${timer}&agentId=agent1`, 200],
    ['admin1', `${timer}&agentId=agent3`, 200],
    ['agent2', `${timer}&agentId=agent1`, 403],
    ['lead1', `${timer}&agentId=agent3`, 403],
    ['admin1', `${timer}&agentId=nobody`, 404],
    ['agent2', `${timer}&agentId=nobody`, 403],
    ['agent1', 'name=workitem.auto-anser', 404],
    ['agent1', 'interactionId=NONE', 404],
    ['agent1', 'colour=red', 400],
  ])('[O8] %s asks for %s: %d', async (who, query, status) => {
    expect((await ask(who, query)).statusCode).toBe(status);
  });

  it('[O2 O8] suggests the name that was meant', async () => {
    const answer = await ask('agent1', 'name=workitem.auto-anser');
    expect(answer.json().error).toMatchObject({
      code: 'option_unknown',
      message: expect.stringContaining('Did you mean "workitem.auto-answer"?'),
    });
  });

  it('[O6 O8] tells what holds for one interaction, to those who may see it', async () => {
    await using server = await runServer({ desk: memoryDesk({ config }) });
    const payload = { mediaType: 'workitem', queue: 'Inbox', userData: { IW_OverrideOptions: 'VIP' } };
    const submitted = await server.app.inject({
      method: 'POST',
      url: '/api/v1/interactions',
      payload,
      headers: basic('agent1'),
    });
    const url = `/api/v1/options?${timer}&interactionId=${submitted.json().id}`;
    const own = await server.app.inject({ url, headers: basic('agent1') });
    expect(own.json()).toMatchObject([{ value: '5', wonBy: 'item', wonByOf: 'VIP' }]);
    expect((await server.app.inject({ url, headers: basic('agent3') })).statusCode).toBe(403);
  });
});

it('[O8] the desk asks the same over tRPC', async () => {
  await using server = await runServer({ desk: memoryDesk({ config }) });
  const { headers } = await signInAs(server.app, 'agent1');
  const input = encodeURIComponent(JSON.stringify({ name: 'workitem.auto-answer' }));
  const answer = await server.app.inject({
    url: `/trpc/desk.options?input=${input}`,
    headers: { ...headers },
  });
  expect(answer.json().result.data).toMatchObject([{ means: true, wonBy: 'application' }]);
});
