import { afterEach, beforeEach, expect, test } from 'vitest';
import { BadCursor } from './cursors.ts';
import { type Database, openDatabase } from './database/database.ts';
import { openStore } from './open-store.ts';
import type { FeedEntry, Store } from './store.ts';
import { batch, eventOn } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;
let slow: Database;

beforeEach(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 4, applicationName: 'feed-test' });
  slow = openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'feed-test-slow' });
});

afterEach(async () => {
  await slow.close();
  await store.close();
  await fresh.drop();
});

const tell = (id: string, topics: readonly string[] = ['t']) =>
  store.save(batch({ events: [{ event: eventOn(id, 1), topics }] }));

const idOf = ({ event }: FeedEntry) =>
  event.subject === 'interaction' ? event.interactionId : event.agentId;

/** Reads on until `count` events have come; the horizon may be held back by other databases of the same server. */
async function readAll(
  from: string,
  count: number,
  topics?: readonly string[],
): Promise<{ ids: string[]; cursor: string }> {
  const ids: string[] = [];
  let cursor = from;
  await expect
    .poll(async () => {
      const slice = await store.feed(cursor, 3, topics);
      ids.push(...slice.entries.map(idOf));
      cursor = slice.cursor;
      return ids.length;
    })
    .toBe(count);
  return { ids, cursor };
}

/** An event written by a transaction that stays open while `meanwhile` happens. */
async function tellSlowly(id: string, meanwhile: () => Promise<void>): Promise<void> {
  await slow.transaction(async (transaction) => {
    await transaction.query({
      text: `insert into event (at, subject, subject_id, version, type, state, "by", data, topics)
             values (1, 'interaction', $1, 1, 'ResumedInQueue', 'Queued', 'lead1', '{}', '{t}')`,
      values: [id],
    });
    await meanwhile();
  });
}

test('an event that was written before and committed after others is neither lost nor told twice [F9]', async () => {
  const start = await store.feedEnd();
  let cursor = start;
  const told: string[] = [];
  await tell('first');
  await tellSlowly('slow', async () => {
    await tell('fast');
    // Whatever is told now, nothing may be told that lies beyond the open transaction.
    const slice = await store.feed(cursor, 10);
    told.push(...slice.entries.map(idOf));
    cursor = slice.cursor;
    expect(told).not.toContain('fast');
  });
  await tell('last');
  const rest = await readAll(cursor, 4 - told.length);
  expect([...told, ...rest.ids]).toEqual(['first', 'slow', 'fast', 'last']);
  expect((await readAll(start, 4)).ids).toEqual(['first', 'slow', 'fast', 'last']);
});

test('the end of the feed does not step over a transaction that is still open', async () => {
  await tell('before');
  let end = '';
  await tellSlowly('slow', async () => {
    await tell('fast');
    end = await store.feedEnd();
  });
  expect((await readAll(end, 2)).ids.slice(-2)).toEqual(['slow', 'fast']);
});

test('a cursor names what is on disk, and no transaction number that a crash would give out again', async () => {
  await tell('kept');
  const { cursor } = await readAll('0.0', 1);
  // Each uses up the number of a transaction and leaves nothing that would survive a crash.
  for (let hint = 0; hint < 5; hint += 1) await store.hint();
  await slow.query({ text: 'begin; select pg_current_xact_id(); rollback' });
  expect((await store.feed(cursor, 10)).cursor).toBe(cursor);
  expect((await store.feed(cursor, 10, ['none of these'])).cursor).toBe(cursor);
  expect(await store.feedEnd()).toBe(cursor);
});

test('slices are as long as asked, say whether there is more, and end where the next begins', async () => {
  const start = await store.feedEnd();
  for (const id of ['e1', 'e2', 'e3', 'e4', 'e5']) await tell(id);
  await readAll(start, 5);
  const first = await store.feed(start, 3);
  expect([first.entries.map(idOf), first.more]).toEqual([['e1', 'e2', 'e3'], true]);
  expect(first.entries.at(-1)?.cursor).toBe(first.cursor);
  const second = await store.feed(first.cursor, 3);
  expect([second.entries.map(idOf), second.more]).toEqual([['e4', 'e5'], false]);
  const third = await store.feed(second.cursor, 3);
  expect([third.entries, third.more]).toEqual([[], false]);
});

test('topics choose; an empty list matches nothing, and everything matches all', async () => {
  const start = await store.feedEnd();
  await tell('mine', ['agent:me', 'queue:Inbox']);
  await tell('theirs', ['agent:them']);
  await tell('nobody', []);
  await readAll(start, 3);
  expect((await store.feed(start, 10, ['agent:me', 'x'])).entries.map(idOf)).toEqual(['mine']);
  expect((await store.feed(start, 10, [])).entries).toEqual([]);
  expect((await store.feed(start, 10, ['agent:me', '*'])).entries.map(idOf)).toEqual([
    'mine',
    'theirs',
    'nobody',
  ]);
  // What was passed over is not looked at again.
  const { cursor } = await store.feed(start, 10, ['none of these']);
  expect((await store.feed(cursor, 10)).entries).toEqual([]);
});

test.each(['', '1', 'a.b', '1.2.3', '-1.0', '99999999999999999999.1', '1.2; drop table event'])(
  'the damaged cursor "%s" is told from a good one',
  async (cursor) => {
    await expect(store.feed(cursor, 10)).rejects.toBeInstanceOf(BadCursor);
  },
);

test('months get their own partition, and what came before its partition moves into it', async () => {
  const january = Date.UTC(2031, 0, 15);
  const february = Date.UTC(2031, 1, 1);
  const start = await store.feedEnd();
  await store.save(
    batch({
      events: [january, february - 1, february].map((at, index) => ({
        event: eventOn('p', index + 1, at),
        topics: [],
      })),
    }),
  );
  const partitions = async () =>
    (
      await slow.query<{ name: string }>({
        text: 'select distinct tableoid::regclass::text as name from event order by 1',
      })
    ).rows.map(({ name }) => name);
  expect(await partitions()).toEqual(['event_other']);
  await Promise.all([store.ensurePartitions(january), store.ensurePartitions(january)]);
  expect(await partitions()).toEqual(['event_2031_01', 'event_2031_02']);
  expect((await readAll(start, 3)).ids).toEqual(['p', 'p', 'p']);
  expect(
    (await store.history('p', { limit: 2, order: 'newest', keys: [] })).items.map(({ version }) => version),
  ).toEqual([3, 2]);
  await store.save(batch({ events: [{ event: eventOn('q', 1, february), topics: [] }] }));
  expect(await partitions()).toEqual(['event_2031_01', 'event_2031_02']);
});
