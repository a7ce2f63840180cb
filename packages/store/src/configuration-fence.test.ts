import { type ContactCentreConfig, type Refusal, refuse } from '@intray/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { openStore } from './open-store.ts';
import { placeOfQueue } from './places.ts';
import type { Store } from './store.ts';
import { batch, NOW, sampleInteraction } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

/** As far as the store is concerned, any configuration is one. */
const CONFIG = { queues: [] } as unknown as ContactCentreConfig;
const QUEUE = 'Inbox';

let fresh: FreshDatabase;
let store: Store;
let probe: Database;
let version: number;

beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 4, applicationName: 'fence-test' });
  probe = openDatabase({ url: fresh.url, poolSize: 2, applicationName: 'fence-test-probe' });
});
beforeEach(async () => {
  version = await store.saveConfiguration(CONFIG, 'adam', NOW);
});
afterAll(async () => {
  await store?.close();
  await probe?.close();
  await fresh?.drop();
});

const submit = (id: string, configuration: number) =>
  store.save(
    batch({
      interactions: [{ before: 0, after: sampleInteraction(id, { queue: QUEUE }) }],
      tallies: [{ kind: 'queue', queue: QUEUE, by: 1 }],
      configuration,
    }),
  );

/** Takes the queue away, unless something waits in it. */
const takeAway = () =>
  store.writeConfiguration(CONFIG, {
    base: version,
    by: 'adam',
    at: NOW,
    leaving: {
      vanishing: { queues: [QUEUE], workbins: [], mediaTypes: [], agents: [] },
      inTheWay: ({ queues }): Refusal | null =>
        (queues[0] ?? 0) > 0 ? refuse('configuration_in_use', `${queues[0]} waiting`) : null,
    },
  });

/** Resolves when somebody waits for a lock of that kind. */
const somebodyWaits = (kind: string) =>
  expect
    .poll(async () => {
      const { rows } = await probe.query({
        text: `select from pg_locks where not granted and locktype = $1
                  and database = (select oid from pg_database where datname = current_database())`,
        values: [kind],
      });
      return rows.length;
    })
    .toBeGreaterThan(0);

describe('[C15] a command and a change of the configuration do not miss each other', () => {
  test('what was decided on an older version is not saved, and nothing of it is kept', async () => {
    await store.saveConfiguration(CONFIG, 'adam', NOW);
    expect(await submit('late', version)).toMatchObject({ ok: false, reconfigured: true });
    expect(await store.interaction('late')).toBeUndefined();
    expect(await store.queueCounts([QUEUE])).toEqual([0]);
    expect(await submit('late', version + 1)).toMatchObject({ ok: true });
    expect(await store.interaction('late')).toBeDefined();
    await probe.query({ text: 'delete from tally' });
  });

  test('a save that is under way when the queue is taken away finds the new version', async () => {
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: held, resolve: holding } = Promise.withResolvers<void>();
    // Holds up the save at its last step before the fence.
    const hold = probe.transaction(async (on) => {
      await on.query({ text: 'lock table tally in share row exclusive mode' });
      holding();
      await mayGoOn;
    });
    await held;
    const saved = submit('under-way', version);
    await somebodyWaits('relation');
    expect(await takeAway()).toEqual({ ok: true, version: version + 1 });
    goOn();
    await hold;
    expect(await saved).toMatchObject({ ok: false, reconfigured: true });
    expect(await store.interaction('under-way')).toBeUndefined();
  });

  test('a save that waits for the change to end finds the new version', async () => {
    let saved: ReturnType<typeof submit> | undefined;
    await probe.transaction(async (on) => {
      await on.query({ text: 'select pg_advisory_xact_lock(4712004)' });
      saved = submit('waiting', version);
      await somebodyWaits('advisory');
      await on.query({
        text: `insert into configuration (at, "by", body) values (1, 'adam', '{}')`,
      });
    });
    expect(await saved).toMatchObject({ ok: false, reconfigured: true });
    expect(await store.interaction('waiting')).toBeUndefined();
  });

  test('a change that waits for a save to end finds what it saved', async () => {
    let change: ReturnType<typeof takeAway> | undefined;
    await probe.transaction(async (on) => {
      await on.query({ text: 'insert into tally values ($1, 1)', values: [placeOfQueue(QUEUE)] });
      await on.query({ text: 'select intray_as_configured($1)', values: [version] });
      change = takeAway();
      await somebodyWaits('advisory');
    });
    expect(await change).toMatchObject({ ok: false, inTheWay: { code: 'configuration_in_use' } });
    expect((await store.configuration())?.version).toBe(version);
  });
});
