/** The properties of the server in attached data, over an item's life. */
import { type Command, ROUTER, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, memoryDesk } from '../../testing/index.ts';
import { workbinId } from '../addresses.ts';
import { TEAM_CENTRE, type Team, team } from '../testing/desk-of-the-team.ts';

const BIN = `/workbins/${workbinId('workitem.in-progress')}`;

/** A team whose clock stands still until it is set. */
async function timed() {
  const clock = { now: Date.parse('2026-03-02T08:00:00Z') };
  const t = await team({ desk: memoryDesk({ config: TEAM_CENTRE, now: () => clock.now }) });
  return { t, at: (time: string) => (clock.now = Date.parse(`2026-03-02T${time}Z`)) };
}
const act = async (t: Team, by: string, command: Command) => {
  const outcome = await t.desk.execute({ actor: by === 'router' ? ROUTER : user(by), command });
  expect(outcome).toMatchObject({ ok: true });
};
const properties = async (t: Team, who: string, path: string) => {
  const { workitem } = (await t.as(who).get(path)).body as { workitem: { userData: object } };
  return workitem.userData;
};

describe('system properties', () => {
  it('[R135] tell when the work reached the company, as its source says', async () => {
    const { t } = await timed();
    await using _ = t;
    const submitted = await t.server.app.inject({
      method: 'POST',
      url: '/api/v1/interactions',
      headers: basic('agent1'),
      payload: {
        mediaType: 'workitem',
        queue: 'Inbox',
        userData: {},
        receivedAt: '2026-03-01T17:30:00+01:00',
      },
    });
    const { id: interactionId } = submitted.json<{ id: string }>();
    await act(t, 'lead1', { type: 'pull', interactionId });
    const workbin = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'lead1' } } as const;
    await act(t, 'lead1', { type: 'placeInWorkbin', interactionId, workbin });
    expect(await properties(t, 'lead1', `/workitems/${interactionId}`)).toMatchObject({
      ReceivedAt: '2026-03-01T16:30:00Z',
      SubmittedAt: '2026-03-02T08:00:00Z',
      SubmittedBy: 'agent1',
    });
  });

  it('[R136 R137 R138 R142] keep the first offer, and name who has it now and since when it lay where', async () => {
    const { t, at } = await timed();
    await using _ = t;
    const interactionId = await t.submitted();
    at('08:01:00');
    await act(t, 'router', { type: 'invite', interactionId, agentId: 'agent2' });
    at('08:01:10');
    await act(t, 'agent2', { type: 'reject', interactionId });
    at('08:02:00');
    await act(t, 'router', { type: 'invite', interactionId, agentId: 'agent1' });
    at('08:02:05');
    await act(t, 'agent1', { type: 'accept', interactionId });
    at('08:10:00');
    await t.as('agent1').post(BIN, { operationName: 'AddWorkitem', id: interactionId });
    const resting = {
      DeliveredAt: '2026-03-02T08:01:00Z',
      AssignedAt: '2026-03-02T08:02:05Z',
      AssignedTo: 'agent1',
      PlacedInQueueAt: '2026-03-02T08:10:00Z',
      IsHeld: 0,
      IsLocked: 0,
    };
    expect(await properties(t, 'agent1', `/workitems/${interactionId}`)).toMatchObject(resting);
    await act(t, 'lead1', { type: 'hold', interactionId });
    expect(await properties(t, 'agent1', `/workitems/${interactionId}`)).toMatchObject({ IsHeld: 1 });
    await act(t, 'lead1', { type: 'resume', interactionId });
    at('08:30:00');
    await t.as('lead1').post(`/users/agent1${BIN}`, { operationName: 'PullWorkitem', id: interactionId });
    expect(await properties(t, 'lead1', `/me/workitems/${interactionId}`)).toMatchObject({
      ...resting,
      AssignedAt: '2026-03-02T08:30:00Z',
      AssignedTo: 'lead1',
      WorkbinAgentId: 'agent1',
    });
  });
});
