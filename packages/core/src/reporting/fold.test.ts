import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DomainEvent, InteractionEvent } from '../events.ts';
import { isFinal } from '../interaction/interaction.ts';
import { given, type House } from '../testing/house.ts';
import { inHands, ready, submitted } from '../testing/steps.ts';
import { aHouse } from '../testing/walk.ts';
import { MINUTE, SECOND } from '../values.ts';
import { ReportBooks } from './fold.ts';
import { type Dimension, type Measure, namesOf } from './measures.ts';
import { recordsPage } from './records.ts';
import { liveCsv, measuresCsv, recordsCsv } from './report-csv.ts';

/** Counts in slices; between two of them everything goes through JSON, as it goes through the database. */
function counted(events: readonly DomainEvent[], cuts: readonly number[]) {
  const sums = new Map<string, [number, number]>();
  let kept = JSON.stringify([[], []]);
  const ends = [...new Set(cuts.map((cut) => cut % (events.length + 1)))].sort((a, b) => a - b);
  for (const [index, end] of [...ends, events.length].entries()) {
    const [interactions, focuses] = JSON.parse(kept);
    const books = new ReportBooks(interactions, focuses);
    for (const event of events.slice(index === 0 ? 0 : ends[index - 1], end)) books.add(event);
    kept = JSON.stringify([[...books.interactions], [...books.focuses]]);
    for (const { slot, dimension, name, measure, n, sum } of books.deltas) {
      const key = JSON.stringify([slot, dimension, name, measure]);
      const [count, total] = sums.get(key) ?? [0, 0];
      sums.set(key, [count + n, total + sum]);
    }
  }
  return sums;
}

const total = (sums: ReturnType<typeof counted>, dimension: Dimension, name: string, measure: Measure) =>
  [...sums].reduce((sum, [key, [n]]) => {
    const [, ...rest] = JSON.parse(key);
    return rest[0] === dimension && rest[1] === name && rest[2] === measure ? sum + n : sum;
  }, 0);

test('[T19] however the events are cut into slices, the figures are those of one recount', () => {
  fc.assert(
    fc.property(aHouse(), fc.array(fc.nat(200), { maxLength: 6 }), (house, cuts) => {
      expect([...counted(house.events, cuts)].sort()).toEqual([...counted(house.events, [])].sort());
    }),
    { numRuns: 200 },
  );
});

/** Kinds of events, counted by hand. */
const BY_HAND: readonly (readonly [Measure, (event: InteractionEvent) => boolean])[] = [
  ['captured', ({ type }) => type === 'InteractionSubmitted'],
  ['completed', ({ type }) => type === 'InteractionCompleted'],
  ['cancelled', ({ type }) => type === 'InteractionCancelled'],
  ['rejected', ({ type }) => type === 'TaskRejected'],
  ['held', ({ type }) => type === 'InteractionHeld'],
  ['failed', ({ type }) => type === 'RulesFailed'],
  ['declined', ({ type }) => type === 'InviteRejected' || type === 'TransferRejected'],
];

test('[T19 T20] the figures are what the history says, and the backlog is what is there', () => {
  fc.assert(
    fc.property(aHouse(), (house) => {
      const sums = counted(house.events, []);
      for (const [measure, is] of BY_HAND)
        expect(total(sums, 'all', '', measure), measure).toBe(house.events.filter(is).length);
      const there = new Map<string, number>();
      for (const interaction of house.interactions.values())
        for (const [dimension, name] of isFinal(interaction.state) ? [] : namesOf(interaction)) {
          const key = JSON.stringify([dimension, name]);
          there.set(key, (there.get(key) ?? 0) + 1);
        }
      const names = new Set([...sums.keys()].map((key) => JSON.stringify(JSON.parse(key).slice(1, 3))));
      for (const key of names) {
        const [dimension, name] = JSON.parse(key);
        if (dimension === 'agent') continue;
        const backlog = total(sums, dimension, name, 'entered') - total(sums, dimension, name, 'left');
        expect(backlog, key).toBe(there.get(key) ?? 0);
      }
    }),
    { numRuns: 200 },
  );
});

describe('figures with a time', () => {
  const of = (house: House, measure: Measure, name = 'ana') =>
    [...counted(house.events, [3])]
      .filter(([key]) => {
        const [, dimension, one, what] = JSON.parse(key);
        return dimension === 'agent' && one === name && what === measure;
      })
      .map(([, figures]) => figures);
  const i1 = { interactionId: 'i1' } as const;

  test('the wait is from coming to the queue until somebody takes it, and is within its bounds', () => {
    const house = given(ready('ana'), submitted()).pass(50 * SECOND);
    inHands('ana')(house);
    expect(of(house, 'wait')).toEqual([[1, 50 * SECOND]]);
    expect([of(house, 'waitedUpTo20s'), of(house, 'waitedUpTo1m')]).toEqual([[], [[1, 0]]]);
  });

  test('the handling time is from taking it until it leaves the desk; finished in time or late', () => {
    const house = given(ready('ana'));
    submitted('i1', { dueAt: house.now + 4 * MINUTE })(house);
    submitted('i2', { dueAt: house.now + 1 * MINUTE })(house);
    inHands('ana', 'i1')(house);
    inHands('ana', 'i2')(house);
    house.pass(3 * MINUTE).given('ana', { type: 'complete', ...i1 });
    house.given('ana', { type: 'complete', interactionId: 'i2' });
    expect(of(house, 'handle')).toEqual([[2, 6 * MINUTE]]);
    expect([of(house, 'inTime'), of(house, 'late')]).toEqual([[[1, 0]], [[1, 0]]]);
  });

  test('[T22] focus goes from one look to the next, and ends when the work leaves the desk', () => {
    const house = given(
      ready('ana'),
      submitted('i1'),
      submitted('i2'),
      inHands('ana', 'i1'),
      inHands('ana', 'i2'),
    );
    const look = (interactionId: string) => house.given('ana', { type: 'setInFocus', interactionId });
    look('i1');
    house.pass(MINUTE);
    look('i1');
    house.pass(MINUTE);
    look('i2');
    house.pass(10 * SECOND).given('ana', { type: 'complete', interactionId: 'i2' });
    house.pass(MINUTE).given('ana', { type: 'complete', ...i1 });
    expect(of(house, 'focus')).toEqual([[2, 2 * MINUTE + 10 * SECOND]]);
  });
});

test('reports as CSV: a line each, with names of any kind', () => {
  const line = {
    backlog: 3,
    inHand: 1,
    held: 0,
    overdue: 2,
    youngerThan1h: 1,
    youngerThan1d: 1,
    youngerThan7d: 1,
    older: 0,
  };
  expect(liveCsv([{ name: 'A, "B"', ...line }])).toBe(
    'name,backlog,inHand,held,overdue,youngerThan1h,youngerThan1d,youngerThan7d,older\n"A, ""B""",3,1,0,2,1,1,1,0\n',
  );
  const csv = measuresCsv([{ slot: 0, name: 'Inbox', counts: { captured: 2, wait: 1 }, sums: { wait: 5 } }]);
  const [head = '', row = ''] = csv.split('\n');
  const cells = Object.fromEntries(head.split(',').map((name, index) => [name, row.split(',')[index]]));
  expect(cells).toMatchObject({
    slot: '0',
    name: 'Inbox',
    captured: '2',
    wait: '1',
    waitMs: '5',
    completed: '0',
  });
});

test('[T29] a name that begins like a formula stays text in a spreadsheet, and numbers stay numbers', () => {
  const task = (externalId: string) =>
    ({
      ...{ cursor: '1.A', id: 'A', externalId, mediaType: 'email', queue: '@SUM(A1)', state: 'Queued' },
      ...{ priority: -5, submittedAt: 1, receivedAt: 1 },
    }) as const;
  const cells = (csv: string) => csv.split('\n')[1]?.split(',');
  const csv = recordsCsv('tasks', recordsPage([task('=cmd|calc')], 10));
  expect(cells(csv)?.slice(2, 5)).toEqual(["'=cmd|calc", 'email', "'@SUM(A1)"]);
  expect(cells(csv)).toContain('-5');
  expect(cells(recordsCsv('tasks', recordsPage([task('-12'), task('+1')], 10)))?.[2]).toBe('-12');
  const line = { slot: 0, name: '+49 30 1234', counts: {}, sums: {} };
  expect(cells(measuresCsv([line]))?.[1]).toBe("'+49 30 1234");
});
