/** What desks and programs are told of options is told alike on every wire, at every level. */
import { type ContactCentreConfig, nameOf, OPTIONS } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, memoryDesk } from '../testing/index.ts';
import { TEAM_CENTRE, team } from './testing/desk-of-the-team.ts';

const section = (options: Readonly<Record<string, string>>) => ({ 'interaction-workspace': options });
type Texts = Readonly<Record<string, string>>;

const atLevel: Readonly<Record<string, (options: Texts) => ContactCentreConfig>> = {
  application: (options) => ({ ...TEAM_CENTRE, options: { application: section(options) } }),
  tenant: (options) => ({ ...TEAM_CENTRE, options: { tenant: section(options) } }),
  'agent group': (options) => ({
    ...TEAM_CENTRE,
    agentGroups: TEAM_CENTRE.agentGroups.map((group) =>
      group.members.includes('agent1') ? { ...group, options: section(options) } : group,
    ),
  }),
  'virtual group': (options) => ({
    ...TEAM_CENTRE,
    skills: [{ id: 'Welsh', name: 'Welsh' }],
    agents: TEAM_CENTRE.agents.map((agent) =>
      agent.id === 'agent1' ? { ...agent, skills: { Welsh: 5 } } : agent,
    ),
    virtualGroups: [
      { id: 'Fluent', name: 'Fluent', expression: 'Welsh >= 3', supervisors: [], options: section(options) },
    ],
  }),
  person: (options) => ({
    ...TEAM_CENTRE,
    agents: TEAM_CENTRE.agents.map((agent) =>
      agent.id === 'agent1' ? { ...agent, options: section(options) } : agent,
    ),
  }),
};

const SAMPLES = ['true', 'false', '7', 'team.shared', 'ding.mp3|5|0|both', 'CaseData', 'Order,Priority'];

/** What there is of that which an option may name. */
const NAMED: Texts = { 'workbin type': 'team.shared', 'not-ready reason': 'lunch' };

/** Every option that is told, with a value that is not its default. */
const told: Texts = Object.fromEntries(
  OPTIONS.filter(({ effect }) => effect === 'told').map((option) => {
    const { kind, fallback, names } = option;
    const other = SAMPLES.find((text) => {
      const value = kind.read(text);
      return value !== undefined && kind.write(value) !== kind.write(fallback);
    });
    return [nameOf(option, ['workitem', 'later']), NAMED[names ?? ''] ?? String(other)];
  }),
);

describe.each(Object.entries(atLevel))('set for the %s', (level, configured) => {
  it('[O8 O17 O19 R20] every option that desks are told comes over this wire and over REST, to whom it is for', async () => {
    await using t = await team({ desk: memoryDesk({ config: configured(told) }) });
    const settings = async (who: string) => {
      const { body } = await t.as(who).get('/me?subresources=settings');
      return (body.user as { settings: Record<string, Texts> }).settings['interaction-workspace'];
    };
    expect(await settings('agent1')).toMatchObject(told);
    const rest = await t.server.app.inject({ url: '/api/v1/options', headers: basic('agent1') });
    const all = rest.json() as { name: string; value: string }[];
    expect(Object.fromEntries(all.map(({ name, value }) => [name, value]))).toMatchObject(told);
    const others = await settings('agent3');
    const everybody = level === 'application' || level === 'tenant';
    if (everybody) expect(others).toMatchObject(told);
    else for (const [name, value] of Object.entries(told)) expect(others?.[name], name).not.toBe(value);
  });
});

describe('what options do comes over every wire', () => {
  const withOptions = (options: Texts) =>
    team({ desk: memoryDesk({ config: atLevel.person?.(options) ?? TEAM_CENTRE }) });
  const queueOf = async (t: Awaited<ReturnType<typeof withOptions>>) => {
    const { body } = await t.as('agent1').get('/me/workitems?fields=*');
    return (body.workitems as { id: string; workitemType?: string }[] | undefined) ?? [];
  };

  it('[O26] Create without a queue goes to the one that is set, and asks for one where none is', async () => {
    await using set = await withOptions({ 'workitem.default-queue': 'Inbox' });
    const create = { operationName: 'Create', interactionType: 'Outbound' };
    expect((await set.as('agent1').post('/me/workitems', create)).body.statusCode).toBe(0);
    expect(await queueOf(set)).toMatchObject([{ workitemType: 'Outbound' }]);
    await using unset = await withOptions({});
    expect((await unset.as('agent1').post('/me/workitems', create)).body.statusCode).toBe(1);
    expect(await queueOf(unset)).toEqual([]);
  });

  it('[O21] SetDisposition attaches its key, and all are told of it', async () => {
    await using t = await withOptions({ 'interaction.disposition.key-name': 'Outcome' });
    const id = await t.inHands('agent1');
    await t
      .as('agent1')
      .post(`/me/workitems/${id}`, { operationName: 'SetDisposition', disposition: 'solved' });
    const { body } = await t.as('agent1').get(`/me/workitems/${id}`);
    expect(body.workitem).toMatchObject({ userData: { Outcome: 'solved' } });
  });

  it('[O27 R14] a reply that is reported over REST puts the work aside; on this wire it is in the workbin', async () => {
    await using t = await withOptions({ 'workbin.workitem.in-progress': 'workitem.in-progress' });
    const id = await t.inHands('agent1');
    const reported = await t.server.app.inject({
      method: 'POST',
      url: `/api/v1/interactions/${id}/commands`,
      payload: { type: 'reportReply', replyId: 'THEREPLY' },
      headers: basic('agent1'),
    });
    expect(reported.json()).toMatchObject({ ok: true, state: 'InWorkbin', events: ['ReplySent'] });
    const { body } = await t.as('agent1').get(`/workitems/${id}`);
    expect(body.workitem).toMatchObject({ state: 'InWorkbin', capabilities: [] });
  });

  it('[R7] the owner of the workbin has what lies in it, and every list names the owner', async () => {
    await using t = await withOptions({});
    const id = await t.inHands('agent1');
    const workbin = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } as const;
    await t.server.app.inject({
      method: 'POST',
      url: `/api/v1/interactions/${id}/commands`,
      payload: { type: 'placeInWorkbin', workbin },
      headers: basic('agent1'),
    });
    const list = await t.server.app.inject({
      url: `/api/v1/workbins/${workbin.type}/AgentGroup/${encodeURIComponent(workbin.owner.id)}`,
      headers: basic('agent2'),
    });
    const { items } = list.json() as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([{ id, workbin }]);
    expect(items[0]).not.toHaveProperty('handler');
    const { body } = await t.as('agent2').get(`/workitems/${id}`);
    expect(body.workitem).toMatchObject({
      userData: { Workbin: workbin.type, WorkbinGroupId: workbin.owner.id },
    });
    const late = await t.as('agent1').post(`/me/workitems/${id}`, { operationName: 'Complete' });
    expect(late.body.statusCode).toBe(2);
  });
});
