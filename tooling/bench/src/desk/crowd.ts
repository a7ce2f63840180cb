/** A demo contact centre on the bench's database, with one tray that holds more than anybody would put there. */
import { randomUUID } from 'node:crypto';
import { user, type WorkbinRef } from '@intray/core';
import { startServer, type TestServer } from '@intray/e2e/server';
import { createEngine, systemClock, systemIds } from '@intray/engine';
import { openStore } from '@intray/store';
import { report } from '../house/open-house.ts';

/** Which the demo's people `agent1` to `agent6` share. */
export const CROWDED: WorkbinRef = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } };

/** Callers side by side: enough that each commit carries many. */
const CALLERS = 128;

/**
 * Starts a server on the database and fills the tray.
 * @param items how many
 */
export async function crowdedCentre(url: string, items: number): Promise<TestServer> {
  const server = await startServer({ DATABASE_URL: url });
  const store = await openStore({ url, poolSize: 10, applicationName: 'intray-bench' });
  const log = { debug: () => {}, info: () => {}, warn: report, error: report };
  const engine = createEngine({ store, clock: systemClock, ids: systemIds, log, nodeId: 'bench' });
  await engine.start();
  const admin = user('admin1');
  const give = async (command: Parameters<typeof engine.execute>[0]['command']) => {
    const outcome = await engine.execute({ command, actor: admin, commandId: randomUUID() });
    if (!outcome.ok) throw new Error(`Intray refused "${command.type}": ${outcome.refusal.message}`);
  };
  const left = Array.from({ length: items }, (_, number) => number).values();
  const caller = async () => {
    for (const number of left) {
      const interactionId = engine.newInteractionId();
      const userData = {
        Subject: `Street light out, house number ${number}`,
        From: `Resident ${number % 977}`,
      };
      await give({ type: 'submit', interactionId, mediaType: 'workitem', queue: 'Inbox', userData });
      await give({ type: 'moveToWorkbin', interactionId, workbin: CROWDED });
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await engine.stop();
  await store.close();
  return server;
}
