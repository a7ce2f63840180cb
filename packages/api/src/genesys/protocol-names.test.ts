import { describe, expect, it } from 'vitest';
import { workbinId } from './addresses.ts';
import { team } from './testing/desk-of-the-team.ts';

const BIN = `/workbins/${workbinId('workitem.in-progress')}`;

describe('the log', () => {
  it('[R33] calls what is answered by the names of the Genesys protocol', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    const named = async (act: Promise<unknown>) => {
      const before = t.server.log.length;
      await act;
      return t.server.log
        .slice(before)
        .map(({ facts }) => facts.event)
        .filter((event) => event !== undefined);
    };
    const agent = t.as('agent1');
    expect(await named(agent.get(`${BIN}?subresources=*`))).toEqual(['EventWorkbinContent']);
    expect(await named(agent.get(`/me${BIN}/workitems`))).toEqual(['EventWorkbinContent']);
    expect(await named(agent.get('/workbins/none?subresources=*'))).toEqual(['EventError']);
    expect(await named(agent.get(BIN))).toEqual([]);
    for (const operationName of ['Subscribe', 'Unsubscribe'])
      expect(await named(agent.post(BIN, { operationName }))).toEqual(['EventAck']);
    expect(await named(agent.post(BIN, { operationName: 'Unsubscribe' }))).toEqual(['EventError']);
    expect(await named(agent.post(BIN, { operationName: 'PullWorkitem', id }))).toEqual([
      'EventPulledInteractions',
    ]);
    expect(await named(agent.post(BIN, { operationName: 'AddWorkitem', id }))).toEqual(['EventAck']);
    expect(await named(agent.post(BIN, { operationName: 'AddEmail', id }))).toEqual(['EventError']);
  });
});
