import { type Actor, type Command, type Outcome, ROUTER, refuse, user } from '@intray/core';
import type { AnyTRPCRouter } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { basic, memoryDesk, runServer, SAMPLES, signedInAs, signInAs } from '../testing/index.ts';
import { appRouter } from './router.ts';

const { _def }: AnyTRPCRouter = appRouter;
const procedures = Object.entries<{ _def: { type: string } }>(_def.procedures).map(
  ([path, procedure]) => [path, procedure._def.type] as const,
);
const input = (value: object) => `?input=${encodeURIComponent(JSON.stringify(value))}`;

describe('deny by default', () => {
  it.each(procedures)('%s (%s) refuses a stranger', async (path, type) => {
    await using server = await runServer();
    for (const headers of [{}, { cookie: 'intray_session=guess' }, basic('agent1')]) {
      const answer = await server.app.inject(
        type === 'mutation'
          ? { method: 'POST', url: `/trpc/${path}`, payload: {}, headers }
          : { method: 'GET', url: `/trpc/${path}`, headers },
      );
      expect(answer.body).toContain('UNAUTHORIZED');
      expect(answer.body).not.toContain('"result"');
    }
  });
});

describe('the shape of errors', () => {
  it('says where input is wrong, in words, without a stack', async () => {
    await using server = await runServer();
    const { headers } = await signInAs(server.app, 'agent1');
    const payload = { commandId: 'c', command: { type: 'pull' } };
    const answer = await server.app.inject({
      method: 'POST',
      url: '/trpc/desk.execute',
      payload,
      headers: { ...headers },
    });
    expect(answer.statusCode).toBe(400);
    const { error } = answer.json();
    expect(error.data.issues).toEqual([
      { path: 'command.interactionId', expected: 'a value of type string', received: 'nothing' },
    ]);
    expect(error.message).toContain('command.interactionId: expected');
    expect(answer.body).not.toContain('stack');
  });

  it('carries a refused question as an error with the refusal in it', async () => {
    await using server = await runServer();
    const { headers } = await signInAs(server.app, 'agent1');
    const answer = await server.app.inject({
      url: `/trpc/interaction.get${input({ id: 'NONE' })}`,
      headers: { ...headers },
    });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().error.data).toMatchObject({
      code: 'NOT_FOUND',
      refusal: { code: 'interaction_unknown' },
    });
  });

  it('answers a refused command with the refusal as a value', async () => {
    const refusal = refuse('taken', 'agent2 took it.', { holder: 'agent2' });
    await using server = await runServer({
      desk: { ...memoryDesk(), execute: async () => ({ ok: false, refusal }) },
    });
    const { headers } = await signInAs(server.app, 'agent1');
    const payload = { commandId: 'c', command: { type: 'pull', interactionId: 'X' } };
    const answer = await server.app.inject({
      method: 'POST',
      url: '/trpc/desk.execute',
      payload,
      headers: { ...headers },
    });
    expect([answer.statusCode, answer.json().result.data]).toEqual([200, { ok: false, refusal }]);
  });

  it('logs a surprise once and tells only its number', async () => {
    const me = async () => {
      throw new Error('password=hunter2');
    };
    await using server = await runServer({ desk: { ...memoryDesk(), me } });
    const { headers } = await signInAs(server.app, 'agent1');
    const answer = await server.app.inject({ url: '/trpc/desk.me', headers: { ...headers } });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    const errors = server.log.filter(({ level }) => level === 'error');
    expect(errors.map(({ facts }) => facts.requestId)).toEqual([answer.json().error.data.requestId]);
  });

  it('refuses a batch that is too large', async () => {
    await using server = await runServer();
    const { headers } = await signInAs(server.app, 'agent1');
    const url = `/trpc/${Array(101).fill('desk.me').join(',')}?batch=1&input=%7B%7D`;
    expect((await server.app.inject({ url, headers: { ...headers } })).statusCode).toBe(400);
  });
});

const PLACES = ['QUEUED', 'INVITED', 'INHAND', 'INTRAY', 'HELD', 'SNOOZED', 'DONE', 'NONE'];

describe('parity', () => {
  /** The same world each time: work of every kind of standing, at the same moment. */
  async function world() {
    let count = 0;
    const now = 1_763_600_000_000;
    const desk = memoryDesk({ now: () => now });
    const server = await runServer({
      desk,
      clock: () => now,
      newInteractionId: () => `WORLD${String(++count)}`,
    });
    const give = async (actor: Actor, command: Command) =>
      expect(await desk.execute({ command, actor })).toMatchObject({ ok: true });
    const [agent1, admin1] = [user('agent1'), user('admin1')];
    for (const id of ['agent1', 'agent2']) {
      await give(user(id), { type: 'startSession', agentId: id });
      await give(user(id), { type: 'setReady', agentId: id });
    }
    for (const interactionId of PLACES)
      if (interactionId !== 'NONE')
        await give(agent1, {
          type: 'submit',
          interactionId,
          mediaType: 'workitem',
          queue: 'Inbox',
          userData: { a: 1 },
          capturePoint: 'Form',
          task: { process: 'Orders' },
        });
    for (const interactionId of ['INHAND', 'INTRAY', 'DONE'])
      await give(agent1, { type: 'pull', interactionId });
    const workbin = { type: 'team.shared', owner: { kind: 'AgentGroup' as const, id: 'Demo Team' } };
    await give(agent1, { type: 'placeInWorkbin', interactionId: 'INTRAY', workbin });
    await give(agent1, { type: 'complete', interactionId: 'DONE' });
    await give(ROUTER, { type: 'invite', interactionId: 'INVITED', agentId: 'agent1' });
    await give(admin1, { type: 'hold', interactionId: 'HELD' });
    await give(admin1, { type: 'snooze', interactionId: 'SNOOZED', wakeAt: now + 1_000 });
    return { server, now };
  }

  async function overRest(userName: string, command: Command): Promise<Outcome> {
    const { server, now } = await world();
    await using _ = server;
    const { headers } = await signedInAs(server, userName, now);
    const url =
      'interactionId' in command
        ? `/api/v1/interactions/${command.interactionId}/commands`
        : '/api/v1/session';
    const payload = Object.fromEntries(Object.entries(command).filter(([key]) => key !== 'interactionId'));
    const answer = await server.app.inject({ method: 'POST', url, payload, headers: { ...headers } });
    const body = answer.json();
    if (answer.statusCode === 200) return body;
    const { code, message, detail } = body.error;
    return { ok: false, refusal: { code, message, detail } };
  }

  async function overTrpc(userName: string, command: Command): Promise<Outcome> {
    const { server, now } = await world();
    await using _ = server;
    const { headers } = await signedInAs(server, userName, now);
    const payload = { commandId: 'c', command };
    return (
      await server.app.inject({ method: 'POST', url: '/trpc/desk.execute', payload, headers: { ...headers } })
    ).json().result.data;
  }

  it.each(Object.keys(SAMPLES))(
    '%s has the same outcome over REST and tRPC, wherever the work is and whoever asks',
    async (type) => {
      let granted = 0;
      for (const interactionId of PLACES)
        for (const userName of ['agent1', 'admin1']) {
          const command = SAMPLES[type as keyof typeof SAMPLES](interactionId);
          const outcome = await overRest(userName, command);
          expect(await overTrpc(userName, command)).toEqual(outcome);
          if (outcome.ok) granted += 1;
        }
      // The comparison would be worth little if all were refused. Leases lapse by themselves and for nobody's asking.
      expect(granted > 0).toBe(type !== 'expireLease');
    },
  );
});
