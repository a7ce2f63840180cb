/** The Genesys wire on the real engine and a real database: everybody asks for everything, and sends everything wrong. */
import { askMatrix, EVERY_MEDIUM, openCentre, runServer } from '@intray/api/testing';
import { createEngine, systemClock, systemIds } from '@intray/engine';
import { openStore } from '@intray/store';
import { startEmbeddedPostgres } from '@intray/store/embedded';
import { openContents } from '@intray/store/testing';
import { expect, it } from 'vitest';
import { scratchFolder } from './testing/processes.ts';

it('[F1 F3] nobody gets at another’s work, and nothing that is sent surprises the server or changes what is kept', {
  timeout: 600_000,
}, async () => {
  await using parts = new AsyncDisposableStack();
  const folder = parts.use(await scratchFolder());
  const database = await startEmbeddedPostgres({ dataDir: folder.path, durable: false, log: () => {} });
  parts.defer(() => database.stop());
  const store = await openStore({ url: database.url, poolSize: 4, applicationName: 'intray-matrix' });
  parts.defer(() => store.close());
  await store.saveConfiguration(EVERY_MEDIUM, 'admin1', Date.now());
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const engine = createEngine({ store, clock: systemClock, ids: systemIds, log, nodeId: 'matrix' });
  await engine.start();
  parts.defer(() => engine.stop());
  const server = parts.use(
    await runServer({
      desk: engine,
      accounts: store.accounts,
      newInteractionId: systemIds.interactionId,
      genesys: { enableJoinOnPullChat: true, enableNotificationOnPullChat: true },
    }),
  );
  const contents = parts.use(openContents(database.url));

  const centre = await openCentre(engine, () => contents.mark());
  const { asked, wrong } = await askMatrix(server.url, centre);
  expect(asked).toBeGreaterThan(3_000);
  expect(wrong).toEqual([]);
  expect(server.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});
