/** The store of measures in memory: everything that was counted, and where counting has come to. */
import {
  type Dimension,
  eventRecord,
  handlingRecord,
  type Instant,
  type Interaction,
  isFinal,
  type LiveLine,
  type LiveQuery,
  type MeasuresLine,
  type MeasuresQuery,
  namesCountedUnder,
  type RecordsPage,
  type RecordsQuery,
  ReportBooks,
  type ReportRecord,
  recordPlace,
  recordsPage,
  slotOf,
  taskRecord,
} from '@intray/core';
import type { Counted, FeedSlice } from '../store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WIDTHS = { quarter: 900_000, hour: HOUR, day: DAY } as const;

export class MemoryReports {
  readonly #books = new ReportBooks();
  #cursor = '0.0';

  /** @param read a slice of the feed of all events after a cursor */
  count(read: (cursor: string) => FeedSlice): Counted {
    const { entries, cursor, more } = read(this.#cursor);
    for (const { event } of entries) this.#books.add(event);
    this.#cursor = cursor;
    return { events: entries.length, more };
  }

  /** @param read a slice of the feed of all events after a cursor */
  records(query: RecordsQuery, read: (cursor: string, limit: number) => FeedSlice): RecordsPage {
    if (query.of === 'tasks') return keyset([...this.#books.interactions.values()].map(taskRecord), query);
    if (query.of === 'handlings') return keyset(this.#books.handlings.map(handlingRecord), query);
    const { entries } = read(query.after ?? '0.0', query.limit + 1);
    return recordsPage(
      entries.map(({ cursor, event }) => eventRecord(cursor, event)),
      query.limit,
    );
  }

  live({ by }: LiveQuery, now: Instant): readonly LiveLine[] {
    const open = [...this.#books.interactions.values()].filter(({ state }) => !isFinal(state));
    const named = open.flatMap((one) => namesUnder(by, one).map((name) => ({ name, one })));
    return [...Map.groupBy(named, ({ name }) => name)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, those]) =>
        lineOf(
          name,
          those.map(({ one }) => one),
          now,
        ),
      );
  }

  measures({ by, from = 0, to = Number.MAX_SAFE_INTEGER, per }: MeasuresQuery): readonly MeasuresLine[] {
    const [first, end] = [slotOf(from), slotOf(to)];
    const lines = new Map<string, { slot: number; name: string; counts: Totals; sums: Totals }>();
    for (const { dimension, name, slot: at, measure, n, sum } of this.#books.deltas) {
      if (dimension !== by || at < first || at >= end) continue;
      const slot = per === 'all' ? 0 : at - (at % WIDTHS[per]);
      const key = JSON.stringify([slot, name]);
      const line = lines.get(key) ?? { slot, name, counts: {}, sums: {} };
      line.counts[measure] = (line.counts[measure] ?? 0) + n;
      if (measure === 'wait' || measure === 'handle' || measure === 'focus')
        line.sums[measure] = (line.sums[measure] ?? 0) + sum;
      lines.set(key, line);
    }
    return [...lines.values()].sort((a, b) => a.slot - b.slot || (a.name < b.name ? -1 : 1));
  }
}

/** In the order of a database: by moment, then by what tells them apart. */
function keyset<T extends ReportRecord>(records: readonly T[], { after, from = 0, to, limit }: RecordsQuery) {
  const placeOf = (cursor: string) => recordPlace(cursor) ?? { at: -1, key: '' };
  const start = after === undefined ? { at: -1, key: '' } : placeOf(after);
  const comes = (a: { at: number; key: string }, b: { at: number; key: string }) =>
    a.at - b.at || (a.key < b.key ? -1 : Number(a.key > b.key));
  const wanted = records
    .map((record) => ({ record, place: placeOf(record.cursor) }))
    .filter(({ place }) => comes(place, start) > 0 && place.at >= from && place.at < (to ?? Number.MAX_VALUE))
    .sort((a, b) => comes(a.place, b.place));
  return recordsPage(
    wanted.map(({ record }) => record),
    limit,
  );
}

type Totals = Record<string, number>;

const namesUnder = (by: Dimension, one: Interaction): readonly string[] =>
  by === 'agent'
    ? one.handler === undefined
      ? []
      : [one.handler]
    : namesCountedUnder(one).flatMap(([dimension, name]) => (dimension === by ? [name] : []));

function lineOf(name: string, work: readonly Interaction[], now: Instant): LiveLine {
  const among = (is: (one: Interaction) => boolean) => work.filter(is).length;
  const aged = (least: number, most: number) =>
    among(({ submittedAt }) => now - submittedAt >= least && now - submittedAt < most);
  return {
    name,
    backlog: work.length,
    inHand: among(({ handler }) => handler !== undefined),
    held: among(({ state }) => state === 'Held'),
    overdue: among(({ dueAt }) => dueAt !== undefined && dueAt < now),
    youngerThan1h: aged(Number.NEGATIVE_INFINITY, HOUR),
    youngerThan1d: aged(HOUR, DAY),
    youngerThan7d: aged(DAY, 7 * DAY),
    older: aged(7 * DAY, Number.POSITIVE_INFINITY),
  };
}
