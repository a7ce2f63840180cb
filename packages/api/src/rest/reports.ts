/** Reports, as JSON and as CSV. For team leads and administrators. */
import { DIMENSIONS, LiveQuery, liveCsv, MeasuresQuery, measuresCsv } from '@intray/core';
import { z } from 'zod';
import { CsvAnswer, LiveReportAnswer, MeasuresReportAnswer } from '../answers/reports.ts';
import { parse } from '../wire/parse.ts';
import { replyWith, replyWithCsv, route } from './route.ts';

const by = z.enum(DIMENSIONS).optional();
const Live = z.object({ by }).strict();
const moment = z.coerce.number().int().min(0).optional();
const Measures = z
  .object({ by, from: moment, to: moment, per: z.enum(['quarter', 'hour', 'day', 'all']).optional() })
  .strict();

export const reportRoutes = [
  route({
    method: 'GET',
    path: '/reports/live',
    summary: 'Unfinished work now: backlog, in hand, held, overdue, by age.',
    query: Live,
    answer: LiveReportAnswer,
    handle: async ({ desk, actor, query }) =>
      replyWith(await desk.liveReport(actor, parse(LiveQuery, query))),
  }),
  route({
    method: 'GET',
    path: '/reports/live.csv',
    summary: 'The same as CSV.',
    query: Live,
    answer: CsvAnswer,
    type: 'text/csv',
    handle: async ({ desk, actor, query }) =>
      replyWithCsv(await desk.liveReport(actor, parse(LiveQuery, query)), liveCsv),
  }),
  route({
    method: 'GET',
    path: '/reports/measures',
    summary:
      'What happened, by slots of time: from and to in milliseconds since 1970, per quarter, hour, day or all.',
    query: Measures,
    answer: MeasuresReportAnswer,
    handle: async ({ desk, actor, query }) =>
      replyWith(await desk.measuresReport(actor, parse(MeasuresQuery, query))),
  }),
  route({
    method: 'GET',
    path: '/reports/measures.csv',
    summary: 'The same as CSV.',
    query: Measures,
    answer: CsvAnswer,
    type: 'text/csv',
    handle: async ({ desk, actor, query }) =>
      replyWithCsv(await desk.measuresReport(actor, parse(MeasuresQuery, query)), measuresCsv),
  }),
];
