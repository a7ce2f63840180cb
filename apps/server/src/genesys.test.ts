/** The Genesys wire on a whole server: the real engine, a real database, and a death in between. */
import { basic, caller, RawBayeux } from '@intray/api/testing';
import { describe, expect, it } from 'vitest';
import { scratchFolder, startServer } from './testing/processes.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

const TEAM = `agentGroup=${encodeURIComponent('Demo Team')}`;
const logOn = { operationName: 'StartContactCenterSession', channels: ['email', 'workitem'] };

describe('the Genesys wire', () => {
  it('[R4 R9 R133] gives each item to one of two who pull, and keeps workbins when the server dies', async () => {
    await using folder = await scratchFolder();
    let shared = '';
    let id = '';
    {
      await using server = await startServer(folder.path);
      const [one, two] = [caller(server.url, 'agent1'), caller(server.url, 'agent2')];
      const desk = new RawBayeux(server.url, basic('agent1'));
      await desk.handshake();
      await desk.send({ channel: '/meta/subscribe', subscription: '/v2/me/*' });
      for (const who of [one, two]) expect((await who.post('/me', logOn)).body.statusCode).toBe(0);
      const { body } = await one.get('/workbins?fields=*');
      shared = (body.workbins as readonly Named[]).find(({ name }) => name === 'team.shared')?.id ?? '';
      await one.post('/me/workitems', {
        operationName: 'Create',
        queueName: 'Inbox',
        userData: { colour: 'red' },
      });
      const made = await one.get('/me/workitems?fields=*');
      id = (made.body.workitems as readonly Named[])[0]?.id ?? '';
      expect(id).toMatch(/^[A-Z0-9]{16}$/);
      const told = await desk.connectUntil(({ data }) => data?.workitem?.id === id);
      expect(told.map(({ data }) => data?.workitem?.state)).toContain('Processing');

      const tray = `/workbins/${shared}?${TEAM}`;
      let holder = one;
      for (let round = 0; round < 10; round += 1) {
        expect((await holder.post(tray, { operationName: 'AddWorkitem', id })).body.statusCode).toBe(0);
        const both = await Promise.all(
          [one, two].map((who) => who.post(tray, { operationName: 'PullWorkitem', id })),
        );
        expect(both.map(({ body: answer }) => answer.statusCode).sort()).toEqual([0, 19]);
        holder = both[0]?.body.statusCode === 0 ? one : two;
      }
      await holder.post(tray, { operationName: 'AddWorkitem', id });
      server.child.kill('SIGKILL');
      await server.exited;
    }
    await using server = await startServer(folder.path);
    const two = caller(server.url, 'agent2');
    await two.post('/me', logOn);
    const content = await two.get(`/workbins/${shared}?subresources=workitem&${TEAM}`);
    expect(content.body.workbin).toMatchObject({
      workitems: [{ id, state: 'InWorkbin', userData: { colour: 'red' } }],
    });
    const counts = await two.get(`/workbins/${shared}/statistics?${TEAM}`);
    expect(counts.body.statistics).toMatchObject({ total: 1, media: { workitems: 1 } });
    const back = new RawBayeux(server.url, basic('agent2'));
    const [reply] = await back.connect();
    expect(reply).toMatchObject({ successful: false, advice: { reconnect: 'handshake' } });
  });
});
