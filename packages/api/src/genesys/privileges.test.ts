/** What roles deny is denied over this wire too, whatever operation asks for it. */
import type { ContactCentreConfig } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { memoryDesk } from '../testing/index.ts';
import { TEAM_CENTRE, team } from './testing/desk-of-the-team.ts';

/** The agents' group has a role that denies these. */
const denying = (...denied: readonly string[]): ContactCentreConfig => ({
  ...TEAM_CENTRE,
  roles: [...TEAM_CENTRE.roles, { id: 'learning', name: 'Learning', privileges: [], denied: [...denied] }],
  agentGroups: TEAM_CENTRE.agentGroups.map((group) => ({ ...group, roles: ['learning'] })),
});

const refused = { statusCode: 5, statusMessage: expect.any(String) };
const tray = '/me/workbins/workitem.in-progress';

describe('a channel that is denied', () => {
  it('[P7 R71] is not started, and not among those that start by themselves', async () => {
    await using t = await team({ desk: memoryDesk({ config: denying('workitems.handle') }) }, []);
    const me = t.as('agent1');
    const start = (channels?: readonly string[]) =>
      me.post('/me', { operationName: 'StartContactCenterSession', ...(channels && { channels }) });
    expect((await start(['workitem'])).body).toEqual(refused);
    expect((await start(['workitem', 'email'])).body).toEqual(refused);
    expect((await start()).body.statusCode).toBe(0);
    const { channels } = (await me.get('/me/channels?fields=*')).body;
    const states = (channels as { channel: string; userState: { state: string } }[]).map(
      ({ channel, userState }) => [channel, userState.state] as const,
    );
    expect(states.filter(([, state]) => state === 'LoggedOut')).toEqual([['workitem', 'LoggedOut']]);
  });
});

describe('a privilege that the group’s role denies', () => {
  const online = ['agent1', 'agent2'];

  it.each([
    ['mark-done', { operationName: 'Complete' }],
    ['workitems.mark-done', { operationName: 'Complete' }],
    ['transfer', { operationName: 'Transfer', userUri: '/users/agent2' }],
    ['workitem.transfer', { operationName: 'Transfer', userUri: '/users/agent2' }],
    ['move-to-queue', { operationName: 'PlaceInQueue', queueName: 'Back' }],
    ['set-disposition', { operationName: 'SetDisposition', disposition: 'solved' }],
  ])('[P1 P2 R97] %s: it is neither listed nor done: %j', async (privilege, body) => {
    await using t = await team({ desk: memoryDesk({ config: denying(privilege) }) }, online);
    const id = await t.inHands('agent1');
    const path = `/me/workitems/${id}`;
    expect((await t.as('agent1').get(path)).body.workitem).not.toMatchObject({
      capabilities: expect.arrayContaining([body.operationName]),
    });
    expect((await t.as('agent1').post(path, body)).body).toEqual(refused);
    expect(await t.state(id)).toBe('Processing');
  });

  it('[P1 P4] nothing is put into a workbin, with either of the two privileges missing', async () => {
    for (const privilege of ['move-to-workbin', 'use-workbins']) {
      await using t = await team({ desk: memoryDesk({ config: denying(privilege) }) }, online);
      const id = await t.inHands('agent1');
      expect((await t.as('agent1').post(tray, { operationName: 'AddWorkitem', id })).body).toEqual(refused);
      expect(await t.state(id)).toBe('Processing');
    }
  });

  it('[P1 R74] nothing is pulled from a workbin that may not be used', async () => {
    await using t = await team({ desk: memoryDesk({ config: denying('use-workbins') }) }, online);
    const id = await t.inHands('agent1');
    const workbin = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent1' } } as const;
    await t.desk.execute({
      actor: { kind: 'user', id: 'lead1' },
      command: { type: 'revoke', interactionId: id, reason: 'supervisor' },
    });
    const moved = await t.desk.execute({
      actor: { kind: 'user', id: 'lead1' },
      command: { type: 'moveToWorkbin', interactionId: id, workbin },
    });
    expect(moved.ok).toBe(true);
    const { body } = await t.as('agent1').post(tray, { operationName: 'PullWorkitem', id });
    expect(body.statusCode).toBe(5);
    expect(await t.state(id)).toBe('InWorkbin');
  });
});
