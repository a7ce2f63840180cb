/** The example of `examples/city`, run as it is: its requests, its two decision tables, a real engine and database. */
import { readFileSync } from 'node:fs';
import {
  type ContactCentreConfig,
  type DecisionTable,
  type InteractionEvent,
  tableFromCsv,
  tableToCsv,
} from '@intray/core';
import { expect, it } from 'vitest';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';
import { ManualClock } from './testing/manual-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PROCESSES = {
  Police: ['Patrol'],
  Housing: ['Urgent repairs', 'Inspections'],
  Sanitation: ['Collection'],
  Transportation: ['Signals', 'Streets'],
  Water: ['Mains'],
  Works: ['Permits', 'Grounds'],
} as const;
const DEPARTMENTS = Object.keys(PROCESSES) as readonly (keyof typeof PROCESSES)[];
/** The busy ones have two people. */
const STAFF = DEPARTMENTS.flatMap((department) =>
  Array.from({ length: department === 'Police' || department === 'Sanitation' ? 2 : 1 }, (_, index) => ({
    id: `${department} ${index + 1}`,
    department,
  })),
);

const file = (name: string) =>
  readFileSync(new URL(`../../../examples/city/${name}`, import.meta.url), 'utf8');

function table(name: string): DecisionTable {
  const read = tableFromCsv(file(name), 'first');
  if (!read.ok)
    throw new Error(read.faults.map(({ row, message }) => `${name}, row ${row}: ${message}`).join('; '));
  return read.table;
}

/** A table as the configuration's schema has it: lists that may be written to. */
const writable = (one: DecisionTable) =>
  structuredClone(one) as NonNullable<NonNullable<ContactCentreConfig['taskRules']>[number]['table']>;

const CITY: ContactCentreConfig = {
  ...CENTRE,
  settings: { ...CENTRE.settings, leaseSeconds: 600, inviteSeconds: 3_600 },
  agents: [
    ...STAFF.map(({ id }) => ({ id, name: id, roles: ['Agent'] })),
    { id: 'adam', name: 'Adam', roles: ['Administrator'] },
  ],
  places: [],
  agentGroups: DEPARTMENTS.map((id) => ({
    id,
    name: id,
    members: STAFF.filter(({ department }) => department === id).map((one) => one.id),
    supervisors: [],
  })),
  mediaTypes: [{ id: 'workitem', name: 'Work item', capacity: 1 }],
  queues: [
    { id: 'Requests', name: 'Requests', agentGroups: [] },
    ...DEPARTMENTS.map((id) => ({ id, name: id, agentGroups: [id] })),
  ],
  departments: DEPARTMENTS.map((id) => ({ id, name: id })),
  processes: DEPARTMENTS.flatMap((department) =>
    PROCESSES[department].map((id) => ({ id, name: id, department, queue: department })),
  ),
  capturePoints: [{ id: 'City', name: 'City', queues: ['Requests'], keys: { channel: 'Channel' } }],
  taskRules: [
    { id: 'sort', name: 'Sort', phase: 'classification', table: writable(table('sort.csv')) },
    {
      id: 'own date',
      name: 'Due when the source says',
      phase: 'classification',
      do: [{ action: 'dueFrom', value: 'Due' }],
    },
    { id: 'rank', name: 'Rank', phase: 'prioritisation', table: writable(table('rank.csv')) },
  ],
};

interface Request {
  readonly Key: string;
  readonly Created: string;
  readonly Due: string;
  readonly Channel: string;
  readonly Kind: string;
  readonly Street: string;
}

function requests(): readonly Request[] {
  const [head = '', ...lines] = file('requests.csv').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) as unknown as Request;
  });
}

/** Whoever has nothing is about to be offered something, as long as something waits for them. */
async function everybodyHasWork(house: House): Promise<void> {
  await expect
    .poll(
      async () => {
        const waiting = await house.store.queueCounts([...DEPARTMENTS]);
        const work = await Promise.all(STAFF.map(({ id }) => house.store.workOf(id)));
        return STAFF.every(
          ({ department }, index) =>
            work[index]?.length === 1 || waiting[DEPARTMENTS.indexOf(department)] === 0,
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

interface Line {
  done: number;
  late: number;
  waited: number[];
}

/** Waits and overdue per department, out of what happened and nothing else. */
async function reportOf(house: House, ids: readonly string[]): Promise<Readonly<Record<string, Line>>> {
  const lines: Record<string, Line> = Object.fromEntries(
    DEPARTMENTS.map((id) => [id, { done: 0, late: 0, waited: [] }]),
  );
  for (const id of ids) {
    const events: readonly InteractionEvent[] = (
      await house.store.history(id, { limit: 200, order: 'oldest', keys: [] })
    ).items;
    const { task, dueAt, completedAt } = await house.row(id);
    const line = lines[task?.department ?? ''];
    const accepted = events.find(({ type }) => type === 'InteractionAccepted');
    if (line === undefined || accepted === undefined || completedAt === undefined) continue;
    line.done += 1;
    line.waited.push(accepted.at - (events[0]?.at ?? accepted.at));
    if (dueAt !== undefined && completedAt > dueAt) line.late += 1;
  }
  return lines;
}

it('sorts a city’s requests into departments, ranks them by due date and channel, and sees them done [T8 T11 R67]', async () => {
  const all = requests();
  expect(all).toHaveLength(160);
  for (const name of ['sort.csv', 'rank.csv']) expect(tableToCsv(table(name))).toBe(file(name));

  const clock = new ManualClock(Date.parse(all[0]?.Created ?? '') - 5 * MINUTE);
  /** Lets time pass at once, and a second of it as time passes, so that what fell due is followed up on. */
  const pass = async (ms: number) => {
    clock.jump(Math.max(0, ms - 1_001));
    await clock.advance(1_001);
  };
  await using house = await House.open({ config: CITY, clock });
  for (const { id } of STAFF) await house.present(id);
  const ids: string[] = [];
  for (const { Key, Created, ...data } of all) {
    await pass(Date.parse(Created) - clock.now());
    for (const { id: agentId } of STAFF) await house.session(agentId, { type: 'renewLease' });
    const id = house.engine.newInteractionId();
    await house.given('adam', id, {
      type: 'submit',
      externalId: Key,
      mediaType: 'workitem',
      queue: 'Requests',
      receivedAt: Date.parse(Created),
      userData: { ...data },
    });
    ids.push(id);
  }

  // Nothing was left where it came in, and nothing failed.
  expect(await house.store.queueCounts(['Requests'])).toEqual([0]);
  const rows = await Promise.all(ids.map((id) => house.row(id)));
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['Queued']));
  for (const { task, userData, dueAt, queue, receivedAt } of rows) {
    expect(queue).toBe(task?.department);
    if (userData.Due !== '') expect(dueAt).toBe(Date.parse(String(userData.Due)));
    else expect(dueAt).toBeGreaterThan(receivedAt);
  }
  const heat = rows.find(({ userData }) => userData.Kind === 'HEAT/HOT WATER' && userData.Due === '');
  expect(heat).toMatchObject({ queue: 'Housing', task: { process: 'Urgent repairs', businessValue: 80 } });
  expect((heat?.dueAt ?? 0) - (heat?.receivedAt ?? 0)).toBe(24 * HOUR);

  // What is due soon and came by telephone goes first, in every department, by the table alone.
  const ranked = await Promise.all(ids.map((id) => house.row(id)));
  for (const { priority, dueAt = 0, userData, task } of ranked) {
    const at = task?.prioritisedAt ?? 0;
    const left = dueAt - at;
    const base = left < 0 ? 95 : left < 2 * HOUR ? 70 : left < 24 * HOUR ? 40 : 10;
    expect(priority).toBe(userData.Channel === 'PHONE' ? { 95: 100, 70: 80, 40: 50, 10: 20 }[base] : base);
  }

  // Everybody comes to work, is offered the best of their department, and needs 25 minutes for it.
  for (const { id } of STAFF) await house.session(id, { type: 'setReady' });
  for (let left = ids.length; left > 0; ) {
    await everybodyHasWork(house);
    const work = await Promise.all(STAFF.map(({ id }) => house.store.workOf(id)));
    const offers = work.flat().map(({ id, invitation }) => [invitation?.agentId ?? '', id] as const);
    for (const [agentId, id] of offers) await house.given(agentId, id, { type: 'accept' });
    for (let step = 0; step < 5; step += 1) {
      await pass(5 * MINUTE);
      for (const { id } of STAFF) await house.session(id, { type: 'renewLease' });
    }
    for (const [agentId, id] of offers) await house.given(agentId, id, { type: 'complete' });
    left -= offers.length;
  }
  const report = await reportOf(house, ids);
  const done = Object.values(report).map((line) => line.done);
  expect(done.reduce((sum, count) => sum + count, 0)).toBe(160);
  for (const [department, { done: count, late, waited }] of Object.entries(report)) {
    expect(count, department).toBeGreaterThan(0);
    expect(late, department).toBeLessThanOrEqual(count);
    expect(waited.every((wait) => wait >= 0)).toBe(true);
  }
}, 120_000);
