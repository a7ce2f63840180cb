/** Reports as a Desk answers them: for whom they are, and only the lines that are for them. */
import {
  type Actor,
  type Answer,
  type LiveLine,
  type LiveQuery,
  type MeasuresLine,
  type MeasuresQuery,
  mayReadRecords,
  mayReadReport,
  type RecordsPage,
  type RecordsQuery,
  seesLine,
} from '@intray/core';
import { no, yes } from '../reads/answers.ts';
import type { ReadParts } from '../reads/parts.ts';

export const reportReads = ({ store, clock, centre }: ReadParts) => ({
  async liveReport(actor: Actor, query: LiveQuery): Promise<Answer<readonly LiveLine[]>> {
    const refusal = mayReadReport(actor, query.by, centre());
    if (refusal) return no(refusal);
    const lines = await store.liveReport(query, clock.now());
    return yes(lines.filter(({ name }) => seesLine(actor, query.by, name, centre())));
  },

  async measuresReport(actor: Actor, query: MeasuresQuery): Promise<Answer<readonly MeasuresLine[]>> {
    const refusal = mayReadReport(actor, query.by, centre());
    if (refusal) return no(refusal);
    const lines = await store.measuresReport(query);
    return yes(lines.filter(({ name }) => seesLine(actor, query.by, name, centre())));
  },

  async recordsReport(actor: Actor, query: RecordsQuery): Promise<Answer<RecordsPage>> {
    const refusal = mayReadRecords(actor, centre());
    return refusal ? no(refusal) : yes(await store.recordsReport(query));
  },
});
