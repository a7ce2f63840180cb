/** Reports at a memory desk: counted anew for each question, by core's own fold. */
import {
  type Answer,
  type ContactCentre,
  type Desk,
  type DomainEvent,
  eventRecord,
  handlingRecord,
  type LiveLine,
  type MeasuresLine,
  mayReadRecords,
  mayReadReport,
  ReportBooks,
  recordsPage,
  seesLine,
  taskRecord,
} from '@intray/core';

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

export function memoryReports(
  events: () => readonly DomainEvent[],
  centre: () => ContactCentre,
): Pick<Desk, 'liveReport' | 'measuresReport' | 'recordsReport'> {
  const books = () => {
    const all = new ReportBooks();
    for (const event of events()) all.add(event);
    return all;
  };
  return {
    async liveReport(actor, { by }) {
      const refusal = mayReadReport(actor, by, centre());
      if (refusal) return { ok: false, refusal };
      const backlog = new Map<string, number>();
      for (const { dimension, name, measure, n } of books().deltas)
        if (dimension === by && (measure === 'entered' || measure === 'left'))
          backlog.set(name, (backlog.get(name) ?? 0) + (measure === 'left' ? -n : n));
      const rest = { inHand: 0, held: 0, overdue: 0, youngerThan1h: 0, youngerThan1d: 0, youngerThan7d: 0 };
      const lines = [...backlog].map(([name, n]): LiveLine => ({ name, backlog: n, ...rest, older: n }));
      return yes(lines.filter(({ name }) => seesLine(actor, by, name, centre())));
    },
    async recordsReport(actor, { of, limit, after = '0' }) {
      const refusal = mayReadRecords(actor, centre());
      if (refusal) return { ok: false, refusal };
      const { interactions, handlings } = books();
      const numbered = events().map((event, index) => eventRecord(String(index + 1), event));
      if (of === 'tasks') return yes(recordsPage([...interactions.values()].map(taskRecord), limit));
      if (of === 'handlings') return yes(recordsPage(handlings.map(handlingRecord), limit));
      return yes(
        recordsPage(
          numbered.filter(({ cursor }) => Number(cursor) > Number(after)),
          limit,
        ),
      );
    },
    async measuresReport(actor, { by }) {
      const refusal = mayReadReport(actor, by, centre());
      if (refusal) return { ok: false, refusal };
      const lines = new Map<string, MeasuresLine>();
      for (const { dimension, name, measure, n } of books().deltas) {
        if (dimension !== by) continue;
        const line = lines.get(name) ?? { slot: 0, name, counts: {}, sums: {} };
        const before = line.counts[measure] ?? 0;
        lines.set(name, { ...line, counts: { ...line.counts, [measure]: before + n } });
      }
      return yes([...lines.values()].filter(({ name }) => seesLine(actor, by, name, centre())));
    },
  };
}
