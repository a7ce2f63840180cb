import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { openStore } from './open-store.ts';
import type { Published, SaveBatch, Store } from './store.ts';
import { batch, eventOn } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;
let slow: Database;

beforeEach(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 4, applicationName: 'own-place-test' });
  slow = openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'own-place-test-slow' });
});

afterEach(async () => {
  await slow.close();
  await store.close();
  await fresh.drop();
});

async function tell(events: SaveBatch['events']): Promise<Published> {
  const saved = await store.save(batch({ events }));
  if (!saved.ok || saved.published === undefined) throw new Error('Expected to hear where the events lie.');
  return saved.published;
}

const one = (id: string) => [{ event: eventOn(id, 1), topics: ['t'] }];

/** Tells until nothing else ran: other databases of the same server count as well. */
async function tellAlone(): Promise<Published> {
  for (;;) {
    const told = await tell(one('alone'));
    if (told.running.length === 0) return told;
  }
}

describe('where own events lie in the feed', () => {
  it('is told just as it is read back, and follows the last event before it [F9] [G5]', async () => {
    await tell(one('before'));
    const { cursor } = (await tellAlone()).entries[0] ?? {};
    const odd = { ...eventOn('odd \u0000 \ud800 \u001a "', 1), data: { note: 'x\u0000', n: 1.5 } };
    const { entries } = await tell([
      { event: odd as ReturnType<typeof eventOn>, topics: ['b', 'a \u0000'], commandId: 'c' },
      { event: eventOn('odd', 2), topics: [] },
    ]);
    await expect.poll(async () => (await store.feed(cursor ?? '', 9)).entries).toEqual(entries);
    const next = await tellAlone();
    const all = (await store.feed('0.0', 1_000)).entries.map((entry) => entry.cursor);
    expect(next.after).toBe(all[all.indexOf(next.entries[0]?.cursor ?? '') - 1]);
  });

  it('is the beginning of the feed for the very first event', async () => {
    const { after, entries } = await tell(one('first'));
    expect(after).toBe('0.0');
    await expect.poll(async () => (await store.feed('0.0', 9)).entries).toEqual(entries);
  });

  it('names what runs with a lower number, though it may have been waited for [F9]', async () => {
    const before = (await tellAlone()).entries.at(-1)?.cursor;
    let lower = '';
    let during: Published | undefined;
    await slow.transaction(async (transaction) => {
      const { rows } = await transaction.query<{ txid: string }>({
        text: 'select pg_current_xact_id()::text as txid',
      });
      lower = rows[0]?.txid ?? '';
      during = await tell(one('during'));
    });
    expect(during).toMatchObject({ entries: [{ topics: ['t'] }], after: before });
    expect(during?.running).toContain(lower);
    expect(BigInt(during?.transaction ?? 0)).toBeGreaterThan(BigInt(lower));
    expect((await tellAlone()).running).toEqual([]);
  });

  it('says nothing of a batch without events', async () => {
    expect(await store.save(batch({}))).toEqual({ ok: true });
  });
});
