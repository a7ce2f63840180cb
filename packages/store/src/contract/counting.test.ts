import {
  type DomainEvent,
  type InteractionEvent,
  LiveQuery,
  MeasuresQuery,
  RecordsQuery,
  type ReportRecord,
} from '@intray/core';
import { describe, expect, test } from 'vitest';
import { batch, NOW } from '../test-samples.ts';
import { BOTH } from './both.ts';

const HOUR = 3_600_000;

const on = (
  interactionId: string,
  version: number,
  at: number,
  what: Pick<InteractionEvent, 'type' | 'state' | 'data'>,
): DomainEvent => ({ subject: 'interaction', interactionId, version, at, by: 'ana', ...what }) as DomainEvent;

const submitted = (id: string, at: number, queue = 'Inbox') =>
  on(id, 1, at, {
    type: 'InteractionSubmitted',
    state: 'Queued',
    data: { mediaType: 'email', queue, priority: 0, userData: {}, submittedBy: 'ana', receivedAt: at },
  });
const pulled = (id: string, at: number) =>
  on(id, 2, at, {
    type: 'InteractionPulled',
    state: 'Processing',
    data: { agentId: 'ana', handleUntil: at + HOUR },
  });
const completed = (id: string, at: number) =>
  on(id, 3, at, { type: 'InteractionCompleted', state: 'Done', data: { fromAgent: 'ana' } });

const HISTORY = [
  submitted('one', NOW),
  submitted('two', NOW + 1_000),
  submitted('three', NOW + HOUR, 'Other'),
  pulled('one', NOW + 30_000),
  pulled('three', NOW + 2 * HOUR),
  completed('one', NOW + 90_000),
];

describe.each(BOTH)('counting in $kind', ({ open }) => {
  test('moves on by slices, counts each event once, and tells the same live and by slots [T19 T20 T22]', async () => {
    await using opened = await open();
    const [store, other] = opened.stores;
    for (const event of HISTORY) await store.save(batch({ events: [{ event, topics: ['t'] }] }));
    let events = 0;
    // The horizon may be held back by other databases of the same server.
    await expect
      .poll(async () => {
        const counted = await (events % 2 === 0 ? store : other).countEvents(2);
        events += counted === 'busy' ? 0 : counted.events;
        return events;
      })
      .toBe(HISTORY.length);

    expect(await other.liveReport(LiveQuery.parse({}), NOW + 2 * HOUR)).toEqual([
      {
        ...{ name: 'Inbox', backlog: 1, inHand: 0, held: 0, overdue: 0 },
        ...{ youngerThan1h: 0, youngerThan1d: 1, youngerThan7d: 0, older: 0 },
      },
      {
        ...{ name: 'Other', backlog: 1, inHand: 1, held: 0, overdue: 0 },
        ...{ youngerThan1h: 0, youngerThan1d: 1, youngerThan7d: 0, older: 0 },
      },
    ]);
    expect(await store.liveReport(LiveQuery.parse({ by: 'agent' }), NOW)).toMatchObject([
      { name: 'ana', backlog: 1, inHand: 1 },
    ]);

    const measured = (query: object) => store.measuresReport(MeasuresQuery.parse(query));
    expect(await measured({ by: 'all' })).toMatchObject([
      { slot: 0, counts: { captured: 3, completed: 1, wait: 2, handle: 1 }, sums: { handle: 60_000 } },
    ]);
    expect(await measured({ per: 'hour' })).toMatchObject([
      {
        name: 'Inbox',
        counts: { captured: 2, completed: 1, wait: 1, waitedUpTo1m: 1 },
        sums: { wait: 30_000 },
      },
      { name: 'Other', counts: { captured: 1 }, sums: {} },
      { name: 'Other', counts: { wait: 1 }, sums: { wait: HOUR } },
    ]);
    expect(await measured({ from: NOW + HOUR, to: NOW + 2 * HOUR })).toMatchObject([
      { name: 'Other', counts: { captured: 1 } },
    ]);
  });

  test('keeps a record for each task, each handling and each event, told page by page [R69 T28]', async () => {
    await using opened = await open();
    const [store] = opened.stores;
    for (const event of HISTORY) await store.save(batch({ events: [{ event, topics: ['t'] }] }));
    let counted = 0;
    await expect
      .poll(async () => {
        const slice = await store.countEvents(3);
        counted += slice === 'busy' ? 0 : slice.events;
        return counted;
      })
      .toBe(HISTORY.length);
    /** Two at a time, up to the end. */
    async function records(query: object) {
      const found: ReportRecord[] = [];
      for (let after: string | undefined; ; ) {
        const page = await store.recordsReport(
          RecordsQuery.parse({ ...query, limit: 2, ...(after === undefined ? {} : { after }) }),
        );
        expect(page.items.length).toBeLessThanOrEqual(2);
        found.push(...page.items);
        if (page.next === undefined) return found;
        after = page.next;
      }
    }
    expect(await records({ of: 'tasks' })).toMatchObject([
      { id: 'one', state: 'Done', queue: 'Inbox', submittedAt: NOW, completedAt: NOW + 90_000 },
      { id: 'two', state: 'Queued' },
      { id: 'three', state: 'Processing', agentId: 'ana', queue: 'Other' },
    ]);
    expect(await records({ of: 'handlings' })).toMatchObject([
      {
        id: 'one',
        agentId: 'ana',
        takenAt: NOW + 30_000,
        leftAt: NOW + 90_000,
        endedBy: 'InteractionCompleted',
      },
    ]);
    expect((await records({ of: 'events' })).map(({ id }) => id)).toEqual(
      HISTORY.map((event) => (event.subject === 'interaction' ? event.interactionId : event.agentId)),
    );
    expect(await records({ of: 'tasks', from: NOW + 1, to: NOW + HOUR })).toMatchObject([{ id: 'two' }]);
    expect(await records({ of: 'handlings', from: NOW + HOUR })).toEqual([]);
  });
});
