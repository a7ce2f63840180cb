import { type ContactCentreConfig, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, memoryDesk, signInAs } from '../testing/index.ts';
import { TEAM_CENTRE, team } from './testing/desk-of-the-team.ts';
import { listen } from './testing/listener.ts';

const section = (options: Record<string, string>) => ({ 'interaction-workspace': options });

/** The contact centre with options of `agent1`, and of everybody. */
const withOptions = (own: Record<string, string>, all: Record<string, string> = {}): ContactCentreConfig => ({
  ...TEAM_CENTRE,
  options: { application: section(all) },
  agents: TEAM_CENTRE.agents.map((agent) =>
    agent.id === 'agent1' ? { ...agent, options: section(own) } : agent,
  ),
});
const teamWith = (config: ContactCentreConfig, online?: readonly string[]) =>
  team({ desk: memoryDesk({ config }) }, online);
const MINE = 'workitem.in-progress';

describe('one set of options for every desk', () => {
  it('[O19 R20] the settings of this wire are those of REST and of the web desk', async () => {
    await using t = await teamWith(
      withOptions({ 'chat.auto-answer': 'true' }, { 'interaction.disposition.is-mandatory': 'true' }),
    );
    const settings = async (who: string) => {
      const { body } = await t.as(who).get('/me?subresources=settings');
      return (body.user as { settings: Record<string, Record<string, string>> }).settings[
        'interaction-workspace'
      ];
    };
    expect(await settings('agent1')).toMatchObject({
      'chat.auto-answer': 'true',
      'interaction.disposition.is-mandatory': 'true',
      'workbin.workitem.in-progress': MINE,
    });
    expect(await settings('agent2')).toMatchObject({ 'chat.auto-answer': 'false' });
    const rest = await t.server.app.inject({ url: '/api/v1/options', headers: basic('agent1') });
    const told = rest.json() as { name: string; value: string }[];
    expect(Object.fromEntries(told.map(({ name, value }) => [name, value]))).toEqual(
      await settings('agent1'),
    );
  });

  it('[O10 R20] what one wire demands, the others demand too', async () => {
    await using t = await teamWith(withOptions({ 'workitem.disposition.is-mandatory': 'true' }));
    const id = await t.inHands('agent1');
    const { body } = await t.as('agent1').post(`/me/workitems/${id}`, { operationName: 'Complete' });
    expect(body.statusCode).toBe(1);
    const rest = await t.server.app.inject({
      method: 'POST',
      url: `/api/v1/interactions/${id}/commands`,
      payload: { type: 'complete' },
      headers: basic('agent1'),
    });
    expect(rest.json().error.code).toBe('disposition_required');
    const page = await signInAs(t.server.app, 'agent1');
    const asked = await t.server.app.inject({
      url: `/trpc/interaction.get?input=${encodeURIComponent(JSON.stringify({ id }))}`,
      headers: { ...page.headers },
    });
    expect(asked.json().result.data.options.dispositionMandatory).toBe(true);
  });
});

describe('the session of this wire', () => {
  it('[O14] begins ready as the options say, and keeps what may not be left out', async () => {
    const config = withOptions({
      'login.email.is-auto-ready': 'true',
      'login.chat.can-unactivate-channel': 'false',
    });
    await using t = await teamWith(config, []);
    await t
      .as('agent1')
      .post('/me', { operationName: 'StartContactCenterSession', channels: ['email', 'workitem'] });
    const { body } = await t.as('agent1').get('/me/channels');
    const states = (body.channels as { channel: string; userState: { state: string } }[]).map(
      ({ channel, userState }) => [channel, userState.state],
    );
    expect(Object.fromEntries(states)).toEqual({ workitem: 'NotReady', email: 'Ready', chat: 'NotReady' });
  });
});

describe('subscriptions', () => {
  const notify = { 'workbin.workitem.in-progress.notify-property-changed': 'true' };

  it.each([
    ['tells of changed data where the option is set', notify, {}, true],
    ['does not where it is not', {}, {}, false],
    ['does what the request says, whatever the option', notify, { notifyPropertyChanges: false }, false],
  ])('[O19] a subscription %s', async (_, options, said, tells) => {
    await using t = await teamWith(withOptions(options));
    const id = await t.inTray('agent1');
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/*');
    const me = t.as('agent1');
    await me.post(`/workbins/${MINE}`, { operationName: 'Subscribe', ...said });
    // On this wire what rests is pulled before it is changed; on others its owner changes it where it lies.
    await t.desk.execute({
      actor: user('agent1'),
      command: { type: 'attachUserData', interactionId: id, userData: { colour: 'red' } },
    });
    await me.post(`/workbins/${MINE}`, { operationName: 'PullWorkitem', id });
    await client.heard(({ data }) => data.action === 'ItemRemoved');
    const actions = client.messages.map(({ data }) => data.action).filter((action) => action !== undefined);
    expect(actions).toEqual(tells ? ['ItemUpdated', 'ItemRemoved'] : ['ItemRemoved']);
  });
});

describe('offers and transfers', () => {
  it('[O12] Reject is no capability where an automatic answer allows none, and is refused', async () => {
    await using t = await teamWith(
      withOptions({ 'workitem.auto-answer': 'true', 'workitem.auto-answer.timer': '20' }),
    );
    const id = await t.submitted();
    await t.desk.execute({
      actor: { kind: 'router' },
      command: { type: 'invite', interactionId: id, agentId: 'agent1' },
    });
    const { body } = await t.as('agent1').get(`/me/workitems/${id}`);
    expect(body.workitem).toMatchObject({ state: 'Invited', capabilities: ['Accept'] });
    const refused = await t.as('agent1').post(`/me/workitems/${id}`, { operationName: 'Reject' });
    expect(refused.body.statusCode).toBe(3);
  });

  it('[O15] a Transfer goes through routing where that is set, and is off the desk', async () => {
    await using t = await teamWith(
      withOptions({
        'intercommunication.workitem.queue': 'Back',
        'intercommunication.workitem.routing-based-targets': 'Agent',
      }),
    );
    const id = await t.inHands('agent1');
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/workitems');
    await t.as('agent1').post(`/me/workitems/${id}`, { operationName: 'Transfer', userUri: '/users/agent2' });
    const { data } = await client.heard((message) => message.data.workitem?.id === id);
    expect(data.workitem).toMatchObject({
      state: 'Completed',
      capabilities: [],
      userData: { IW_RoutingBasedTargetId: 'agent2', IW_RoutingBasedOriginalEmployeeId: 'agent1' },
    });
    expect(await t.state(id)).toBe('Queued');
  });
});
