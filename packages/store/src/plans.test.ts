/**
 * Every question that is asked all day is answered by an index, also with the plan that was made before there was any
 * data. Counted by the server itself: how often it read one of the big tables from end to end.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { openStore, storeOn, withPlanning } from './open-store.ts';
import type { Store } from './store.ts';
import {
  batch,
  change,
  eventOn,
  inTray,
  NOW,
  onDeskOf,
  page,
  request,
  sampleInteraction,
  sampleSession,
  TRAY,
} from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

const ROWS = 20_000;
const BATCH = 2_000;

let fresh: FreshDatabase;
let store: Store;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  await (await openStore({ url: fresh.url, poolSize: 1, applicationName: 'plans-setup' })).close();
  // One connection for all, because plans belong to a connection, and so does the count of what it did.
  const options = { url: withPlanning(fresh.url), poolSize: 1, applicationName: 'plans-test' };
  database = openDatabase(options);
  store = storeOn(database, options);
  // The trap: tables that are known to be empty, and statements that get their lasting plan now.
  await database.query({ text: 'analyze' });
  for (let times = 0; times < 8; times += 1) await askEverything('none');
  for (let from = 0; from < ROWS; from += BATCH) {
    const some = Array.from({ length: BATCH }, (_, index) => from + index);
    await store.save(
      batch({
        interactions: some.map((n) => ({ before: 0, after: interactionNo(n) })),
        sessions: some.map((n) => ({ before: 0, after: sampleSession(`agent${n}`) })),
        tallies: some.map((n) => ({ kind: 'queue', queue: `queue${n}`, by: 1 })),
        events: some.map((n) => ({ event: eventOn(`i${n}`, 1, Date.now()), topics: ['t'] })),
        receipts: some.map((n) => ({
          commandId: `c${n}`,
          receipt: { ok: true, id: `i${n}`, version: 1, events: [] },
          at: NOW,
        })),
      }),
    );
  }
});

afterAll(async () => {
  await store?.close();
  await fresh?.drop();
});

/** A fifth of all in each place. */
function interactionNo(n: number) {
  const id = `i${n}`;
  const over = { externalId: `x${n}`, placedAt: NOW + n };
  switch (n % 5) {
    case 0:
      return inTray(id, over);
    case 1:
      return onDeskOf(`agent${n % 997}`, id, over);
    case 2:
      return sampleInteraction(id, {
        ...over,
        state: 'Done',
        assignedTo: `agent${n % 997}`,
        completedAt: NOW + n,
      });
    default:
      return sampleInteraction(id, { ...over, priority: n % 3 });
  }
}

/** Every hot question and the save, once. */
async function askEverything(id: string): Promise<void> {
  const lines = page({ keys: ['Subject'] });
  await store.load(
    request({
      interactionIds: [id, 'i7'],
      externalIds: [`x${id}`],
      agentIds: [id],
      workbins: [TRAY],
      commandIds: [id, 'c7'],
    }),
  );
  await store.interaction(id);
  await store.interactionByExternalId(id);
  await store.history(id, lines);
  await store.workOf('agent1');
  await store.workbinContent(TRAY, lines);
  await store.workbinContent(TRAY, { ...lines, order: 'newest' });
  await store.queueContent('Inbox', lines);
  await store.queueContent('Inbox', { ...lines, order: 'newest' });
  await store.finishedBy('agent2', lines);
  await store.queueCounts(['Inbox', 'queue7']);
  await store.workbinContents([TRAY, { ...TRAY, type: 'email.in-progress' }]);
  await store.waiting('Inbox', 50);
  await store.waiting('Inbox', 50, { priority: 1, sequence: 5_000 });
  await store.due(NOW, 50);
  await store.feed(await store.feedEnd(), 100);
  await store.feed(await store.feedEnd(), 100, ['t']);
  await change(store, sampleInteraction(id, { version: 2 }));
}

interface Usage {
  readonly table: string;
  readonly scans: number;
  readonly fetched: number;
}

/** How often each big table was read from end to end, and how many rows were found by an index, up to now. */
async function usage(): Promise<readonly Usage[]> {
  await database.query({ text: 'select pg_stat_force_next_flush()' });
  const { rows } = await database.query<Usage>({
    text: `select relname as table, seq_scan as scans, coalesce(idx_tup_fetch, 0) as fetched
             from pg_stat_user_tables
            where relname in ('interaction', 'receipt', 'tally', 'agent_session') or starts_with(relname, 'event')
            order by 1`,
  });
  return rows;
}

test('[D8] no hot statement reads a whole table, even with plans from the time when all was empty', async () => {
  const before = await usage();
  for (let times = 0; times < 5; times += 1) await askEverything('i7');
  const after = await usage();
  const scans = (all: readonly Usage[]) => all.map(({ table, scans }) => [table, scans]);
  const fetched = (all: readonly Usage[]) => all.find(({ table }) => table === 'interaction')?.fetched ?? 0;
  expect(scans(after)).toEqual(scans(before));
  // The counting works, and the lists were read in their own order up to the end of the page and no further.
  expect(fetched(after) - fetched(before)).toBeGreaterThan(1_000);
  expect(fetched(after) - fetched(before)).toBeLessThan(5_000);
});

test('[C9] what may be in the way of a new configuration is counted in indexes', async () => {
  const before = await usage();
  const {
    mediaTypes: media,
    agents,
    onTheWayFrom: queues,
  } = await store.remainingWork({
    mediaTypes: ['email', 'fax'],
    agents: ['agent1', 'nobody'],
    queues: ['Inbox', 'queue7'],
    workbins: [],
  });
  expect((await usage()).map(({ table, scans }) => [table, scans])).toEqual(
    before.map(({ table, scans }) => [table, scans]),
  );
  // All but the finished fifth, and the one that the questions above saved.
  expect(media[1]).toBe(0);
  expect(media[0]).toBe((ROWS * 4) / 5 + 1);
  expect(agents[0]).toBeGreaterThan(0);
  expect(agents[1]).toBe(0);
  expect(queues[0]).toBe(ROWS / 5);
  expect(queues[1]).toBe(0);
});
