import { deskClient } from '@intray/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './rounds.ts';
import { ServerProcess } from './server-process.ts';

/** The long form is `npm run crash`; this shows on every test run that it would have something to say. */
const SEED = 20_261_120;

describe('kill -9 under load, of the server and of its database, without a manual step', () => {
  it('[F6 F7 F8 F9 F10 G1 G2 G3 G4] loses nothing, doubles nothing, and everything gets done in the end', async () => {
    const report = await run({
      rounds: 2,
      seed: SEED,
      target: 'both',
      sample: 8,
      signal: AbortSignal.timeout(110_000),
    });
    expect(report.rounds.map(({ victim }) => victim)).toEqual(['server', 'database', 'server', 'database']);
    expect([...report.rounds.flatMap(({ breaches }) => breaches), ...report.finalBreaches]).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(4 * 120);
    expect(report.exitCode).toBe(0);
  }, 120_000);
});

describe('what was put aside', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.prepare();
    await server.start();
  });
  afterAll(() => server.clearAway(false));

  it('[R4 W3] outlives logout, restart and crash, and burdens nobody meanwhile', async () => {
    const workbin = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent1' } } as const;
    const interactionId = 'PUTASIDE';
    const signIn = () => deskClient(server.url, 'agent1');
    {
      await using desk = await signIn();
      await desk.execute({ type: 'startSession', agentId: 'agent1' });
      await desk.execute({
        type: 'submit',
        interactionId,
        mediaType: 'workitem',
        queue: 'Inbox',
        userData: { Subject: 'Call back' },
      });
      await desk.execute({ type: 'pull', interactionId });
      expect(await desk.execute({ type: 'placeInWorkbin', interactionId, workbin })).toMatchObject({
        ok: true,
      });
      await desk.execute({ type: 'endSession', agentId: 'agent1' });
      await desk.logout();
    }
    const stillThere = async () => {
      await using desk = await signIn();
      const { items } = await desk.trpc.workbins.content.query({ workbin });
      expect(items).toMatchObject([
        { id: interactionId, state: 'InWorkbin', data: { Subject: 'Call back' } },
      ]);
      const { session, work } = await desk.trpc.desk.me.query();
      expect([session.load.workitem ?? 0, work]).toEqual([0, []]);
    };
    await stillThere();
    expect(await server.stop()).toBe(0);
    await server.start();
    await stillThere();
    await server.kill();
    await server.start();
    await stillThere();
  }, 60_000);
});
