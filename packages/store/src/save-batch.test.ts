import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type Statement } from './database/database.ts';
import { openStore, storeOn, withPlanning } from './open-store.ts';
import { placeOfQueue } from './places.ts';
import type { SaveBatch, Store } from './store.ts';
import {
  batch,
  change,
  eventOn,
  inTray,
  NOW,
  request,
  SEED,
  sampleInteraction,
  sampleSession,
  submit,
  TRAY,
} from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 8, applicationName: 'save-test' });
  database = openDatabase({ url: fresh.url, poolSize: 2, applicationName: 'save-test-probe' });
});

afterAll(async () => {
  await store?.close();
  await database?.close();
  await fresh?.drop();
});

/** What of a batch is rows. */
type Rows = Omit<SaveBatch, 'configuration'>;

/** Every row of every table that a save may touch. */
async function everything(): Promise<unknown> {
  const tables = ['interaction', 'agent_session', 'tally', 'event', 'receipt', 'contact_last_agent'];
  return Promise.all(
    tables.map((table) =>
      database.query({ text: `select row_to_json(t)::text as row from ${table} t order by 1` }),
    ),
  );
}

describe('a batch is kept whole or not at all', () => {
  /** A batch that could be kept, touching every table. */
  const good = (name: string): Rows =>
    batch({
      interactions: [{ before: 0, after: sampleInteraction(`${name}-new`, { externalId: `${name}-x` }) }],
      sessions: [{ before: 0, after: sampleSession(`${name}-agent`) }],
      tallies: [
        { kind: 'queue', queue: name, by: 1 },
        { kind: 'workbin', workbin: TRAY, by: 1 },
      ],
      events: [{ event: eventOn(`${name}-new`, 1), topics: [] }],
      receipts: [
        { commandId: `${name}-c`, receipt: { ok: true, id: `${name}-new`, version: 1, events: [] }, at: NOW },
      ],
      lastAgents: [{ contactId: name, mediaType: 'email', agentId: 'agent1', at: NOW }],
    });

  const stale: readonly (readonly [string, (name: string) => Partial<Rows>, RegExp])[] = [
    [
      'an interaction with a newer version',
      () => ({ interactions: [{ before: 1, after: sampleInteraction('held', { version: 2 }) }] }),
      /interaction \w+ has changed/,
    ],
    [
      'an interaction that is not there',
      () => ({ interactions: [{ before: 1, after: sampleInteraction('nobody', { version: 2 }) }] }),
      /interaction \w+ has changed/,
    ],
    [
      'an interaction that is there already',
      () => ({ interactions: [{ before: 0, after: sampleInteraction('held') }] }),
      /interaction_pkey/,
    ],
    [
      'an external id that is taken',
      () => ({
        interactions: [{ before: 0, after: sampleInteraction('another', { externalId: 'held-x' }) }],
      }),
      /interaction_external_id/,
    ],
    [
      'a session with a newer version',
      () => ({ sessions: [{ before: 1, after: sampleSession('held', { version: 2 }) }] }),
      /session of held has changed/,
    ],
    [
      'a session that is there already',
      () => ({ sessions: [{ before: 0, after: sampleSession('held') }] }),
      /agent_session_pkey/,
    ],
    [
      'a count that is not what was decided on',
      (name) => ({ tallies: [{ kind: 'workbin', workbin: { ...TRAY, type: name }, by: 1, expected: 3 }] }),
      /the count of workbin:.* has changed/,
    ],
    [
      'a command that was done already',
      () => ({
        receipts: [
          { commandId: 'held-c', receipt: { ok: true, id: 'held', version: 1, events: [] }, at: NOW },
        ],
      }),
      /receipt_pkey/,
    ],
  ];

  beforeAll(async () => {
    await submit(store, sampleInteraction('held', { externalId: 'held-x', version: 7 }));
    await store.save(
      batch({
        sessions: [{ before: 0, after: sampleSession('held', { version: 7 }) }],
        receipts: [
          { commandId: 'held-c', receipt: { ok: true, id: 'held', version: 7, events: [] }, at: NOW },
        ],
      }),
    );
  });

  test.each(stale)('%s is a conflict that leaves nothing behind [F8]', async (what, wrong, conflict) => {
    const name = what.replaceAll(' ', '-');
    const before = await everything();
    const whole = good(name);
    const added = wrong(name);
    const spoilt = Object.fromEntries(
      Object.entries(whole).map(([part, rows]) => [part, [...rows, ...(added[part as keyof Rows] ?? [])]]),
    ) as unknown as SaveBatch;
    expect(await store.save(spoilt)).toEqual({ ok: false, conflict: expect.stringMatching(conflict) });
    expect(await everything()).toEqual(before);
    // And without the one wrong row it is kept: it was that row and nothing else.
    expect(await store.save(whole)).toMatchObject({ ok: true });
  });

  test('what breaks "in exactly one place" is a failure, not a conflict, and is not kept', async () => {
    const doubled = inTray('doubled', { handler: 'agent1' });
    await expect(submit(store, doubled)).rejects.toMatchObject({
      code: '23514',
      constraint: 'in_exactly_one_place',
    });
    expect(await store.interaction('doubled')).toBeUndefined();
  });
});

describe('counts', () => {
  test('are added to, and guarded where a limit was decided on', async () => {
    const workbin = { type: 'counted', owner: { kind: 'Place', id: 'P1' } } as const;
    const add = (by: number, expected?: number) =>
      store.save(
        batch({
          tallies: [{ kind: 'workbin', workbin, by, ...(expected === undefined ? {} : { expected }) }],
        }),
      );
    expect(await add(2, 0)).toMatchObject({ ok: true });
    expect(await add(1, 0)).toMatchObject({ ok: false });
    expect(await add(1, 2)).toMatchObject({ ok: true });
    expect(await add(-1)).toMatchObject({ ok: true });
    expect(await store.workbinCounts([workbin, { ...workbin, type: 'never used' }])).toEqual([2, 0]);
    const { workbins } = await store.load(
      request({ workbins: [{ ...workbin, type: 'never used' }, workbin] }),
    );
    expect(workbins.map(({ count }) => count)).toEqual([0, 2]);
  });

  test('of the last free space in a tray: one of many who take it at once gets it', async () => {
    const workbin = { type: 'last space', owner: { kind: 'Place', id: 'P1' } } as const;
    const takers = Array.from({ length: 16 }, () =>
      store.save(batch({ tallies: [{ kind: 'workbin', workbin, by: 1, expected: 0 }] })),
    );
    expect((await Promise.all(takers)).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store.workbinCounts([workbin])).toEqual([1]);
  });
});

test('saves that are under way together do not wait for one another to count the same queue', async () => {
  const come = (id: string) =>
    store.save(
      batch({
        interactions: [{ before: 0, after: sampleInteraction(id, { queue: 'Busy' }) }],
        tallies: [{ kind: 'queue', queue: 'Busy', by: 1 }],
      }),
    );
  await come('busy 1');
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: held, resolve: holding } = Promise.withResolvers<void>();
  const hold = database.transaction(async (on) => {
    await on.query({ text: 'select from tally where place = $1 for update', values: [placeOfQueue('Busy')] });
    holding();
    await mayGoOn;
  });
  await held;
  const first = come('busy 2');
  await come('busy 3');
  expect(await store.queueCounts(['Busy', 'nothing'])).toEqual([2, 0]);
  goOn();
  await Promise.all([hold, first]);
  expect(await store.queueCounts(['Busy'])).toEqual([3]);
});

test('saves from eight connections that want the same rows in any order never lock each other up', async () => {
  const ids = ['k1', 'k2', 'k3', 'k4', 'k5'];
  await submit(store, ...ids.map((id) => sampleInteraction(id)));
  await store.save(
    batch({ sessions: ids.map((id) => ({ before: 0, after: sampleSession(id, { version: 1 }) })) }),
  );
  const pick = fc.shuffledSubarray(ids, { minLength: 1 });
  const shot = fc.record({ interactions: pick, sessions: pick, tallies: pick, external: pick });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(shot, { minLength: 8, maxLength: 8 }), async (shots) => {
      round += 1;
      const { interactions, sessions } = await store.load(request({ interactionIds: ids, agentIds: ids }));
      const versions = new Map(interactions.map(({ id, version }) => [id, version]));
      const agents = new Map(sessions.map(({ agentId, version }) => [agentId, version]));
      const saves = shots.map((wanted, index) =>
        store.save(
          batch({
            interactions: [
              ...wanted.external.map((id) => ({
                before: 0,
                after: sampleInteraction(`${index}-${round}-${id}`, { externalId: `${round}-${id}` }),
              })),
              ...wanted.interactions.map((id) => {
                const before = versions.get(id) ?? 0;
                return { before, after: sampleInteraction(id, { version: before + 1 }) };
              }),
            ],
            sessions: wanted.sessions.map((id) => {
              const before = agents.get(id) ?? 0;
              return { before, after: sampleSession(id, { version: before + 1 }) };
            }),
            tallies: wanted.tallies.map((queue) => ({ kind: 'queue', queue, by: 1 })),
          }),
        ),
      );
      const conflicts = (await Promise.all(saves)).flatMap((saved) => (saved.ok ? [] : saved.conflict));
      expect(conflicts.filter((conflict) => conflict.includes('held what this needed'))).toEqual([]);
    }),
    { numRuns: 40, seed: SEED },
  );
});

test('a load and a save are one statement each, however much they carry', async () => {
  const sent: Statement[] = [];
  const counted: Database = {
    ...database,
    query: (statement) => {
      sent.push(statement);
      return database.query(statement);
    },
  };
  const options = { url: withPlanning(fresh.url), poolSize: 1, applicationName: 'count-test' };
  const onCounted = storeOn(counted, options);
  const many = Array.from({ length: 64 }, (_, index) =>
    sampleInteraction(`trip-${index}`, { externalId: `trip-${index}` }),
  );
  // The very first save asks what its row types are called here.
  await submit(onCounted, sampleInteraction('trip-first'));
  sent.length = 0;
  expect(await submit(onCounted, ...many)).toMatchObject({ ok: true });
  const ids = many.map(({ id }) => id);
  const loaded = await onCounted.load(
    request({ interactionIds: ids, externalIds: ids, agentIds: ids, workbins: [TRAY], commandIds: ids }),
  );
  expect(loaded.interactions).toHaveLength(64);
  expect(sent.map(({ name }) => name)).toEqual(['save', 'load']);
});

test('a save whose connection breaks says that its outcome is unknown', async () => {
  const blocker = openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'blocker' });
  await submit(store, sampleInteraction('broken'));
  await blocker.transaction(async (transaction) => {
    await transaction.query({ text: "select from interaction where id = 'broken' for update" });
    const saving = change(store, sampleInteraction('broken', { version: 2 }));
    const failing = expect(saving).rejects.toMatchObject({ transient: true, commitUnknown: true });
    const waiting = `select pid from pg_stat_activity where application_name = 'save-test' and wait_event_type = 'Lock'`;
    await expect
      .poll(
        async () =>
          (await database.query({ text: `select pg_terminate_backend(pid) from (${waiting}) w` })).count,
      )
      .toBe(1);
    await failing;
  });
  await blocker.close();
});
