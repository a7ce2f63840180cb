/** The composition root: opens the parts from the bottom up, joins them, and closes them from the top down. */
import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { createServer, hashPassword, VERSION } from '@intray/api';
import type { NodeConnections } from '@intray/core';
import { createEngine, systemClock, systemIds } from '@intray/engine';
import { openStore } from '@intray/store';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { setUpContactCentre } from './contact-centre/first-start.ts';
import { submitSamples } from './contact-centre/samples.ts';
import { genesysOptions } from './genesys-variables.ts';
import { isLoopback } from './loopback.ts';
import { findDatabase } from './service/database.ts';
import { refuseDemoAccounts } from './service/demo-doors.ts';
import { openFront } from './service/front.ts';
import { greet } from './service/greeting.ts';
import { measurementsOf } from './service/measurements.ts';
import { listenForStop } from './service/stopping.ts';
import { findWebDesk } from './service/web-desk.ts';

/** Requests in hand get so long to finish when the server stops, in milliseconds. */
const FINISH_WITHIN = 10_000;
/** Connections to the database. Group commit needs few; more would only queue inside PostgreSQL. */
const POOL_SIZE = 10;

/** Serves until it is told to stop. Resolves with the exit code, when everything is closed. */
export async function serve(config: Config, log: Logger): Promise<number> {
  const stopping = listenForStop(log);
  for (const warning of config.warnings) log.warn(warning);
  await using parts = new AsyncDisposableStack();
  await open(config, log, parts);
  const code = await stopping.requested;
  await parts.disposeAsync();
  log.info('Stopped.');
  return code;
}

/** Opens everything; whatever was opened is on the stack, also when a later part fails. */
async function open(config: Config, log: Logger, parts: AsyncDisposableStack): Promise<void> {
  const front = await openFront(config.host, config.port);
  // A failed start has no requests in hand.
  let finishWithin = 0;
  let closed: Promise<void> | undefined;
  const closeFront = () => {
    closed ??= front.close(finishWithin);
    return closed;
  };
  parts.defer(closeFront);

  await mkdir(config.dataDir, { recursive: true });
  const database = await findDatabase(config, log);
  parts.defer(() => database.stop());
  const store = await openStore({ url: database.url, poolSize: POOL_SIZE, applicationName: 'intray' });
  parts.defer(() => store.close());

  const firstStart = await setUpContactCentre(store, config.demo, hashPassword);
  const nodeId = `${hostname()}:${front.port}`;
  let connections = (): NodeConnections => ({ desks: 0, cometd: 0, people: 0 });
  const engine = createEngine({
    store,
    clock: systemClock,
    ids: systemIds,
    log,
    nodeId,
    node: { version: VERSION, connections: () => connections() },
    reporting: true,
  });
  await engine.start();
  parts.defer(() => engine.stop());
  const demoCentre = firstStart.kind === 'demo' || (firstStart.kind === 'configured' && firstStart.demo);
  if (config.demo && config.demoSamples && demoCentre)
    await submitSamples(engine, 'admin1', systemIds.interactionId, Date.now());

  const webDesk = await findWebDesk(config.webDir);
  const app = createServer({
    desk: engine,
    accounts: store.accounts,
    newInteractionId: systemIds.interactionId,
    log,
    metrics: { measurements: () => measurementsOf(engine.metrics()) },
    onConnections: (count) => {
      connections = count;
    },
    scriptHashes: webDesk?.scriptHashes ?? [],
    demo: config.demo && demoCentre,
    genesys: genesysOptions(config.genesys),
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    ...(config.trustedProxies === undefined ? {} : { trustProxy: config.trustedProxies }),
  });
  webDesk?.mount(app);
  await app.ready();
  if (!isLoopback(config.host)) await refuseDemoAccounts(app, store.accounts, config.host);

  finishWithin = FINISH_WITHIN;
  // Last on the stack, so first to close: no new connections, WebSockets say goodbye, requests in hand get their answer.
  parts.defer(async () => {
    const said = engine.drain();
    const requestsDone = closeFront();
    await app.close();
    await requestsDone;
    await said;
  });
  front.handOver(app.server);
  log.info({ address: front.url, embeddedDatabase: database.embedded, nodeId }, 'Ready.');
  await greet(process.stdout, { config, url: front.url, firstStart, webDesk: webDesk !== undefined });
}
