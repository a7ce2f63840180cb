/**
 * Ranking everything that waits anew, by a decision table: every task gets another priority and its next date, with an
 * event each. Beside it one raw UPDATE of the same rows, the least that PostgreSQL can do it for.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { ContactCentreConfig } from '@intray/core';
import { createEngine, systemClock, systemIds } from '@intray/engine';
import { openStore } from '@intray/store';
import pg from 'pg';
import { benchCentre, MEDIA_TYPE, QUEUE } from '../house/centre.ts';
import { report } from '../house/open-house.ts';
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { median, ratioOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { figure } from '../report/table.ts';
import type { Ground } from '../workload.ts';

const HOUR = 3_600_000;
/** A round is all rows once, however long that takes. */
const MANY = 1_000_000;
const FEW = 60_000;

/** No round leaves a priority as it was. */
const centre = (): ContactCentreConfig => ({
  ...benchCentre(1),
  departments: [{ id: 'City', name: 'City' }],
  processes: [{ id: 'Repairs', name: 'Repairs', department: 'City' }],
  capturePoints: [{ id: 'Web', name: 'Web', queues: [QUEUE] }],
  taskRules: [
    {
      id: 'rank',
      name: 'Rank',
      phase: 'prioritisation',
      table: {
        hit: 'first',
        when: [
          { field: 'data', key: 'Kind', op: 'is' },
          { field: 'dueIn', op: 'to' },
        ],
        do: [{ action: 'increasePriority' }, { action: 'reprioritiseAfter' }],
        rows: [
          { when: [['Noise'], '1h'], do: [20, '1h'] },
          { when: [['Noise'], null], do: [10, '1h'] },
          { when: [null, '1h'], do: [5, '1h'] },
          { when: [null, null], do: [1, '1h'] },
        ],
      },
    },
  ],
});

/** The computer's clock, ahead of it by what it was told to jump. Whatever falls due by a jump happens at once. */
class JumpingClock {
  #ahead = 0;
  readonly #alarms = new Set<{ when: number; run: () => void | Promise<void>; set: { cancel(): void } }>();

  now = (): number => Date.now() + this.#ahead;
  soon = systemClock.soon;

  at(when: number, run: () => void | Promise<void>): { cancel(): void } {
    const alarm = { when, run, set: { cancel: () => {} } };
    const ring = () => {
      this.#alarms.delete(alarm);
      return run();
    };
    alarm.run = ring;
    alarm.set = systemClock.at(when - this.#ahead, ring);
    this.#alarms.add(alarm);
    return {
      cancel: () => {
        this.#alarms.delete(alarm);
        alarm.set.cancel();
      },
    };
  }

  jump(ms: number): void {
    this.#ahead += ms;
    for (const alarm of this.#alarms) {
      alarm.set.cancel();
      alarm.set = systemClock.at(alarm.when - this.#ahead, alarm.run);
    }
  }
}

export async function reprioritise(ground: Ground): Promise<readonly Row[]> {
  const { postgres, plan, tell } = ground;
  const items = plan.roundMs >= 2_000 ? MANY : FEW;
  const few = items.toLocaleString('en');
  tell(`making ${few} rows, twice`);
  await using ours = await openIntray(await postgres.newDatabase('reprioritise'), items);
  await using raw = await openRaw(await postgres.newDatabase('reprioritise_raw'), items);
  // A million rows a round: one that warms up and three that count are minutes.
  const rounds = Math.min(plan.rounds, 3);
  const [mine = [], theirs = []] = await takeTurns([ours.side, raw.side], {
    ...ground,
    plan: { ...plan, rounds },
  });
  return [
    {
      workload: 'reprioritise',
      what: `s to rank ${few} waiting tasks anew`,
      intray: figure(median(mine)),
      against: 'one raw UPDATE of those rows',
      other: figure(median(theirs)),
      ratio: ratioOf(mine, theirs),
      bar: { kind: 'at most', value: 3 },
    },
  ];
}

async function openIntray(url: string, items: number) {
  await using opening = new AsyncDisposableStack();
  const store = await openStore({ url, poolSize: 10, applicationName: 'intray-bench' });
  opening.defer(() => store.close());
  await store.saveConfiguration(centre(), 'bench', Date.now());
  const began = Date.now();
  const client = await connected(url);
  opening.defer(() => client.end());
  await fill(client, items, began);
  const clock = new JumpingClock();
  const log = { info: () => {}, warn: report, error: report };
  const engine = createEngine({ store, clock, ids: systemIds, log, nodeId: 'bench' });
  await engine.start();
  opening.defer(() => engine.stop());
  const side: Side<number> = {
    name: 'Intray',
    async round() {
      await client.query('vacuum (analyze) interaction');
      await client.query('checkpoint');
      // Everything was last ranked within one round, and is due together an hour after that has ended.
      clock.jump(2 * HOUR);
      const start = performance.now();
      while (((await store.nextDeadline()) ?? Number.POSITIVE_INFINITY) <= clock.now()) await wait(20);
      return (performance.now() - start) / 1_000;
    },
  };
  const parts = opening.move();
  return { side, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

async function openRaw(url: string, items: number) {
  await using opening = new AsyncDisposableStack();
  const store = await openStore({ url, poolSize: 1, applicationName: 'intray-bench-raw' });
  opening.defer(() => store.close());
  const client = await connected(url);
  opening.defer(() => client.end());
  await fill(client, items, Date.now());
  const side: Side<number> = {
    name: 'one raw UPDATE',
    async round() {
      await client.query('vacuum (analyze) interaction');
      await client.query('checkpoint');
      const start = performance.now();
      await client.query(
        'update interaction set version = version + 1, priority = priority + 1, deadline = deadline + 7200000 where waiting_in = $1',
        [QUEUE],
      );
      return (performance.now() - start) / 1_000;
    },
  };
  const parts = opening.move();
  return { side, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Tasks as they lie there after they were ranked for the first time; made in the database, which is quicker. */
async function fill(client: pg.Client, items: number, at: number): Promise<void> {
  await client.query(
    `insert into interaction (id, version, state, media_type, queue, priority, external_id, placed_at, user_data, rest,
                              waiting_in, deadline, queue_seq)
     select 'B' || lpad(n::text, 15, '0'), 2, 'Queued', $2, $3, n % 50, 'request-' || n, $4::bigint,
            jsonb_build_object('Kind', (array['Noise', 'Light', 'Tree'])[1 + n % 3], 'Subject', 'Request ' || n),
            json_build_object('noteCount', 0, 'exclusions', json_build_array(), 'submittedBy', 'bench',
              'submittedAt', $4::bigint, 'receivedAt', $4::bigint, 'dueAt', $4::bigint + (n % 48) * 3600000,
              'placement', json_build_object('place', $3::text, 'at', $4::bigint, 'since', $4::bigint),
              'task', json_build_object('capturePoint', 'Web', 'department', 'City', 'process', 'Repairs',
                'classifiedAt', $4::bigint, 'prioritisedAt', $4::bigint, 'reprioritiseAt', $4::bigint + 3600000)),
            $3, $4::bigint + 3600000, n
       from generate_series(1, $1::integer) n`,
    [items, MEDIA_TYPE, QUEUE, at],
  );
}
