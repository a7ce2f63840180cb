import { type ContactCentreConfig, PRIVILEGES } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { DEMO_CENTRE } from '../testing/demo-centre.ts';
import { basic, memoryDesk, runServer, signInAs } from '../testing/index.ts';

/** The group of `agent1` may bring work in no more, and `agent2` besides may finish no e-mail. */
const config: ContactCentreConfig = {
  ...DEMO_CENTRE,
  roles: [
    ...DEMO_CENTRE.roles,
    { id: 'calm', name: 'Calm', privileges: [], denied: ['submit'] },
    { id: 'learning', name: 'Learning', privileges: [], denied: ['email.mark-done'] },
  ],
  agents: DEMO_CENTRE.agents.map((agent) =>
    agent.id === 'agent2' ? { ...agent, roles: [...agent.roles, 'learning'] } : agent,
  ),
  agentGroups: DEMO_CENTRE.agentGroups.map((group) => ({ ...group, roles: ['calm'] })),
};

interface Told {
  readonly privilege: string;
  readonly mediaType?: string;
  readonly allowed: boolean;
}

describe('privileges over REST', () => {
  const ask = async (who: string, query: string) => {
    await using server = await runServer({ desk: memoryDesk({ config }) });
    return server.app.inject({ url: `/api/v1/access?${query}`, headers: basic(who) });
  };

  it('[P11 R97] tells a person all of their own, and which role through which group says so', async () => {
    const answer = await ask('agent1', '');
    expect(answer.statusCode).toBe(200);
    const all: readonly Told[] = answer.json();
    expect(new Set(all.map(({ privilege }) => privilege))).toEqual(new Set(PRIVILEGES));
    expect(all.find(({ privilege }) => privilege === 'submit')).toMatchObject({
      allowed: false,
      effect: 'held',
      allowedBy: [{ role: 'agent', as: 'submit' }],
      deniedBy: [{ role: 'calm', agentGroup: 'Demo Team', as: 'submit' }],
    });
    expect(all.filter(({ privilege, allowed }) => privilege === 'mark-done' && allowed)).toHaveLength(2);
  });

  it('[P3 P11] tells of one privilege, and of one medium', async () => {
    const one = await ask('agent2', 'privilege=mark-done&mediaType=email');
    expect(one.json()).toMatchObject([
      { privilege: 'mark-done', mediaType: 'email', allowed: false, deniedBy: [{ role: 'learning' }] },
    ]);
    const both: readonly Told[] = (await ask('agent2', 'privilege=mark-done')).json();
    expect(both.map(({ mediaType, allowed }) => [mediaType, allowed])).toEqual([
      ['workitem', true],
      ['email', false],
    ]);
  });

  it.each([
    ['agent1', 'agentId=agent1', 200],
    ['lead1', 'agentId=agent1', 200],
    ['admin1', 'agentId=agent3', 200],
    ['outsider', '', 200],
    ['agent2', 'agentId=agent1', 403],
    ['lead1', 'agentId=agent3', 403],
    ['admin1', 'agentId=nobody', 404],
    ['agent2', 'agentId=nobody', 403],
    ['agent1', 'mediaType=fax', 422],
    ['agent1', 'privilege=fly', 400],
    ['agent1', 'colour=red', 400],
  ])('[P11] %s asks for %s: %d', async (who, query, status) => {
    expect((await ask(who, query)).statusCode).toBe(status);
  });

  it('[P1 P10] what is denied is refused, and the refusal says by which role', async () => {
    await using server = await runServer({ desk: memoryDesk({ config }) });
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/interactions',
      payload: { mediaType: 'workitem', queue: 'Inbox', userData: {} },
      headers: basic('agent1'),
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().error).toMatchObject({
      code: 'not_permitted',
      detail: { privilege: 'submit', deniedBy: 'calm' },
    });
  });
});

it('[P11] the desk asks the same over tRPC, of itself and not of strangers', async () => {
  await using server = await runServer({ desk: memoryDesk({ config }) });
  const { headers } = await signInAs(server.app, 'agent1');
  const ask = (input: object) =>
    server.app.inject({
      url: `/trpc/access.explain?input=${encodeURIComponent(JSON.stringify(input))}`,
      headers: { ...headers },
    });
  expect((await ask({ privilege: 'submit' })).json().result.data).toMatchObject([{ allowed: false }]);
  expect((await ask({ agentId: 'agent3' })).json().error.message).toContain('does not supervise agent3');
});
