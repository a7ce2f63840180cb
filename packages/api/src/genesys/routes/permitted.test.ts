/** What is listed is what succeeds: in every situation of an interaction, for whoever asks. */
import { type Command, type ContactCentreConfig, ROUTER, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { memoryDesk } from '../../testing/index.ts';
import { TEAM_CENTRE, type Team, team } from '../testing/desk-of-the-team.ts';

type Wish = Command extends infer C
  ? C extends { interactionId: string }
    ? Omit<C, 'interactionId'>
    : never
  : never;

const give = async (t: Team, by: string, id: string, wish: Wish): Promise<string> => {
  const actor = by === 'router' ? ROUTER : user(by);
  const outcome = await t.desk.execute({ actor, command: { ...wish, interactionId: id } as Command });
  if (!outcome.ok) throw new Error(`${wish.type}: ${outcome.refusal.message}`);
  return id;
};
const tray = (agentId: string) =>
  ({ type: 'workitem.in-progress', owner: { kind: 'Agent', id: agentId } }) as const;
const shared = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } as const;
const LATER = Date.now() + 86_400_000;

const SITUATIONS = {
  queued: (t) => t.submitted(),
  async 'offered to agent1'(t) {
    return give(t, 'router', await t.submitted(), { type: 'invite', agentId: 'agent1' });
  },
  async 'offered to agent2'(t) {
    return give(t, 'router', await t.submitted(), { type: 'invite', agentId: 'agent2' });
  },
  'in hand of agent1': (t) => t.inHands('agent1'),
  'in hand of agent2': (t) => t.inHands('agent2'),
  'in hand of lead1': async (t) => give(t, 'lead1', await t.submitted(), { type: 'pull' }),
  async 'passed by agent1 to lead1'(t) {
    return give(t, 'agent1', await t.inHands('agent1'), { type: 'transfer', agentId: 'lead1' });
  },
  async 'passed by agent2 to agent1'(t) {
    return give(t, 'agent2', await t.inHands('agent2'), { type: 'transfer', agentId: 'agent1' });
  },
  "in agent1's workbin": (t) => t.inTray('agent1'),
  async "in the team's workbin"(t) {
    return give(t, 'agent1', await t.inHands('agent1'), { type: 'placeInWorkbin', workbin: shared });
  },
  async 'asleep in a workbin'(t) {
    return give(t, 'agent1', await t.inHands('agent1'), {
      type: 'snooze',
      wakeAt: LATER,
      workbin: tray('agent1'),
    });
  },
  async 'asleep in the queue'(t) {
    return give(t, 'lead1', await t.submitted(), { type: 'snooze', wakeAt: LATER });
  },
  async 'held in a workbin'(t) {
    return give(t, 'lead1', await t.inTray('agent1'), { type: 'hold' });
  },
  async 'done by agent1'(t) {
    return give(t, 'agent1', await t.inHands('agent1'), { type: 'complete' });
  },
  async cancelled(t) {
    return give(t, 'lead1', await t.submitted(), { type: 'cancel' });
  },
} as const satisfies Record<string, (t: Team) => Promise<string>>;
const NAMES = Object.keys(SITUATIONS) as readonly (keyof typeof SITUATIONS)[];

/** The body and the capability it stands for. Two are never listed, and possible together with one that is. */
const OPERATIONS: readonly (readonly [body: Readonly<Record<string, unknown>>, capability: string])[] = [
  [{ operationName: 'Accept' }, 'Accept'],
  [{ operationName: 'Reject' }, 'Reject'],
  [{ operationName: 'Transfer', userUri: '/users/agent4' }, 'Transfer'],
  [{ operationName: 'Transfer', queueName: 'Back' }, 'Transfer'],
  [{ operationName: 'AttachUserData', userData: { a: 1 } }, 'AttachUserData'],
  [{ operationName: 'UpdateUserData', userData: { a: 2 } }, 'UpdateUserData'],
  [{ operationName: 'DeleteUserData', keys: ['a'] }, 'DeleteUserData'],
  [{ operationName: 'SetInFocus' }, 'SetInFocus'],
  [{ operationName: 'Complete' }, 'Complete'],
  [{ operationName: 'Complete', queueName: 'Back' }, 'Complete'],
  [{ operationName: 'PlaceInQueue', queueName: 'Back' }, 'Complete'],
  [{ operationName: 'SetDisposition', disposition: 'solved' }, 'AttachUserData'],
];

/** With somebody to transfer to who asks for nothing. */
const CENTRE: ContactCentreConfig = {
  ...TEAM_CENTRE,
  agents: [...TEAM_CENTRE.agents, { id: 'agent4', name: 'Agent 4', roles: ['agent'] }],
};
const ONLINE = ['agent1', 'agent2', 'agent4', 'lead1', 'admin1'];

const listed = (resource: unknown): readonly string[] =>
  (resource as { capabilities?: readonly string[] } | undefined)?.capabilities ?? [];

describe('[R53 R126] exactly what is listed succeeds, and all else changes nothing', () => {
  it.each(
    NAMES.flatMap((situation) => ['agent1', 'lead1', 'admin1'].map((who) => [situation, who] as const)),
  )('%s: asked by %s', async (situation, who) => {
    await using t = await team({ desk: memoryDesk({ config: CENTRE }) }, ONLINE);
    for (const [body, capability] of OPERATIONS) {
      const id = await SITUATIONS[situation](t);
      const path = `/me/workitems/${id}`;
      const capabilities = listed((await t.as(who).get(path)).body.workitem);
      const version = await t.version(id);
      const { body: answer } = await t.as(who).post(path, body);
      const what = `${situation}, ${who}: ${JSON.stringify(body)}, listed ${capabilities}`;
      if (capabilities.includes(capability)) {
        expect(answer, what).toEqual({ statusCode: 0, referenceId: expect.any(Number) });
      } else {
        expect(answer, what).toEqual({ statusCode: expect.any(Number), statusMessage: expect.any(String) });
        // Whoever would accept what somebody else has got hears that it is in use.
        expect(body.operationName === 'Accept' ? [2, 5, 19] : [2, 5], what).toContain(answer.statusCode);
        expect(await t.version(id), what).toBe(version);
      }
      if (!['Done', 'Cancelled'].includes(await t.state(id))) await give(t, 'admin1', id, { type: 'cancel' });
    }
  });
});

describe('what a role does not allow', () => {
  const without = (...privileges: readonly string[]): ContactCentreConfig => ({
    ...CENTRE,
    roles: CENTRE.roles.map((role) =>
      role.id === 'agent'
        ? { ...role, privileges: role.privileges.filter((one) => !privileges.includes(one)) }
        : role,
    ),
  });
  const online = ['agent1', 'agent4'];

  it.each([
    ['transfer', { operationName: 'Transfer', userUri: '/users/agent4' }],
    ['transfer', { operationName: 'Transfer', queueName: 'Back' }],
    ['mark-done', { operationName: 'Complete' }],
    ['mark-done', { operationName: 'Complete', queueName: 'Back' }],
  ] as const)('[R72 R106] without "%s" it is neither listed nor done: %j', async (privilege, body) => {
    await using t = await team({ desk: memoryDesk({ config: without(privilege) }) }, online);
    const id = await t.inHands('agent1');
    const path = `/me/workitems/${id}`;
    expect(listed((await t.as('agent1').get(path)).body.workitem)).not.toContain(body.operationName);
    const { body: answer } = await t.as('agent1').post(path, body);
    expect(answer).toEqual({ statusCode: 5, statusMessage: expect.any(String) });
    expect(await t.state(id)).toBe('Processing');
  });

  it('[R107] who may not finish may still pass on, send back and put aside', async () => {
    for (const body of [
      { operationName: 'Transfer', userUri: '/users/agent4' },
      { operationName: 'PlaceInQueue', queueName: 'Back' },
    ]) {
      await using t = await team({ desk: memoryDesk({ config: without('mark-done') }) }, online);
      const id = await t.inHands('agent1');
      expect((await t.as('agent1').post(`/me/workitems/${id}`, body)).body.statusCode).toBe(0);
    }
  });
});
