import { describe, expect, it } from 'vitest';
import { workbinId } from '../addresses.ts';
import { team } from '../testing/desk-of-the-team.ts';

const MINE = workbinId('workitem.in-progress');
const SHARED = workbinId('team.shared');
const named = (rows: unknown) => (rows as readonly { name: string }[]).map(({ name }) => name);

describe('which workbins there are', () => {
  it('lists all of them as addresses, and as objects with fields', async () => {
    await using t = await team();
    const { body } = await t.as('agent1').get('/workbins');
    expect(body).toEqual({
      statusCode: 0,
      uris: expect.arrayContaining([`${t.server.url}/api/v2/workbins/${MINE}`]),
    });
    const full = await t.as('agent1').get('/workbins?fields=*');
    expect(full.body.workbins).toContainEqual({
      name: 'team.shared',
      workbinName: 'team.shared',
      id: SHARED,
      displayName: 'Shared',
      uri: `${t.server.url}/api/v2/workbins/${SHARED}`,
      type: 'AgentGroup',
    });
    const some = await t.as('agent1').get('/workbins?fields=id,type&type=PlaceGroup');
    expect(some.body.workbins).toEqual([{ id: workbinId('floor.tray'), type: 'PlaceGroup' }]);
  });

  it('[R1] lists as mine those of the agent and of the place', async () => {
    await using t = await team();
    const { body } = await t.as('agent1').get('/me/workbins?fields=*');
    expect(named(body.workbins)).toEqual(['workitem.in-progress', 'place.tray', 'small', 'mail']);
  });

  it('lists another agent’s for the team lead only', async () => {
    await using t = await team();
    expect(named((await t.as('lead1').get('/users/agent1/workbins?fields=*')).body.workbins)).toContain(
      'mail',
    );
    expect((await t.as('agent2').get('/users/agent1/workbins?fields=*')).body.statusCode).toBe(5);
  });
});

describe('what is in a workbin', () => {
  it('[R21 R22] is told with everything about each item, an array per medium', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    const { body } = await t.as('agent1').get(`/me/workbins/${MINE}?subresources=*`);
    expect(body.statusCode).toBe(0);
    const { workbin } = body as { workbin: Record<string, readonly Record<string, unknown>[]> };
    expect(workbin).toMatchObject({ id: MINE, chats: [], emails: [], openmedias: [], tweets: [] });
    expect(workbin.workitems).toEqual([
      {
        id,
        uri: `${t.server.url}/api/v2/workitems/${id}`,
        state: 'InWorkbin',
        capabilities: [],
        receivedDate: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/),
        userData: expect.objectContaining({
          Workbin: 'workitem.in-progress',
          WorkbinAgentId: 'agent1',
          InteractionId: id,
        }),
      },
    ]);
  });

  it('has only its own attributes without subresources, and only the media that are asked for', async () => {
    await using t = await team();
    await t.inTray('agent1');
    const header = await t.as('agent1').get(`/workbins/${MINE}`);
    expect(Object.keys(header.body.workbin as object)).toEqual([
      'name',
      'workbinName',
      'id',
      'displayName',
      'uri',
      'type',
    ]);
    const mail = await t.as('agent1').get(`/workbins/${MINE}?subresources=email`);
    expect(mail.body.workbin).toMatchObject({ emails: [] });
    expect(mail.body.workbin).not.toHaveProperty('workitems');
    const byMedium = await t.as('agent1').get(`/workbins/${MINE}/workitems?fields=id`);
    expect(byMedium.body).toEqual({ statusCode: 0, workitems: [{ id: expect.any(String) }] });
  });

  it('comes in slices, sorted and filtered, with the count of all', async () => {
    await using t = await team();
    const ids = [await t.inTray('agent1'), await t.inTray('agent1'), await t.inTray('agent1')];
    const page = await t
      .as('agent1')
      .get(`/workbins/${MINE}/workitems?fields=id&offset=1&limit=1&sort=submittedAt&order=desc`);
    expect(page.body).toEqual({
      statusCode: 0,
      workitems: [{ id: expect.any(String) }],
      offset: 1,
      limit: 1,
      total: 3,
    });
    expect(ids).toContain((page.body.workitems as readonly { id: string }[])[0]?.id);
    const found = await t.as('agent1').get(`/workbins/${MINE}/workitems?fields=id&id=${ids[1]}`);
    expect(found.body.workitems).toEqual([{ id: ids[1] }]);
    expect((await t.as('agent1').get(`/workbins/${MINE}/workitems?nothing=1`)).body.uris).toEqual([]);
    expect((await t.as('agent1').get(`/workbins/${MINE}/workitems?limit=x`)).body.statusCode).toBe(10);
    expect((await t.as('agent1').get(`/workbins/${MINE}/workitems?sort=name`)).body.statusCode).toBe(10);
  });

  it('has a tag that changes with it', async () => {
    await using t = await team();
    const path = `/workbins/${MINE}?subresources=*`;
    const etag = (await t.as('agent1').get(path)).headers.get('etag') ?? '';
    expect((await t.as('agent1').get(path, { 'if-none-match': etag })).status).toBe(304);
    await t.inTray('agent1');
    expect((await t.as('agent1').get(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('[R9] of a group is the same for every member, and needs the group’s name', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    const path = `/me/workbins/${SHARED}`;
    await t.as('agent1').post(`${path}?agentGroup=Demo%20Team`, { operationName: 'AddWorkitem', id });
    const content = `${path}?subresources=workitem&agentGroup=Demo%20Team`;
    for (const member of ['agent1', 'agent2', 'lead1'])
      expect((await t.as(member).get(content)).body.workbin).toMatchObject({ workitems: [{ id }] });
    expect((await t.as('agent1').get(`${path}?subresources=*`)).body.statusCode).toBe(1);
    expect((await t.as('agent1').get(`${path}?subresources=*&agentGroup=Others`)).body.statusCode).toBe(5);
    expect((await t.as('agent1').get(`${path}?subresources=*&placeGroup=Floor`)).body.statusCode).toBe(10);
    const floor = `/me/workbins/${workbinId('floor.tray')}?subresources=*&placeGroup=Floor`;
    expect((await t.as('agent1').get(floor)).body.statusCode).toBe(0);
  });

  it('[R2] of an agent is open to the team lead', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    const path = `/users/agent1/workbins/${MINE}?subresources=*`;
    expect((await t.as('lead1').get(path)).body.workbin).toMatchObject({ workitems: [{ id }] });
    expect((await t.as('agent2').get(path)).body).toEqual({
      statusCode: 5,
      statusMessage: expect.any(String),
    });
  });

  it('[R23] is refused to whoever is not logged on', async () => {
    await using t = await team({}, []);
    const { body } = await t.as('agent1').get(`/workbins/${MINE}?subresources=*`);
    expect(body).toEqual({ statusCode: 5, statusMessage: expect.stringContaining('not logged on') });
  });

  it('[R24] is refused for a workbin that does not exist', async () => {
    await using t = await team();
    const { body } = await t.as('agent1').get('/workbins/3434543fafwe987?subresources=*');
    expect(body).toEqual({ statusCode: 6, statusMessage: expect.stringContaining('3434543fafwe987') });
  });
});
