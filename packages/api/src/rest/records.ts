/** The records of the store of measures, page by page, as JSON and as CSV. For administrators. */
import {
  type Answer,
  type RecordKind,
  type RecordsByKind,
  type RecordsPage,
  RecordsQuery,
  recordsCsv,
} from '@intray/core';
import { z } from 'zod';
import {
  CsvAnswer,
  EventRecordsAnswer,
  HandlingRecordsAnswer,
  TaskRecordsAnswer,
} from '../answers/reports.ts';
import { parse } from '../wire/parse.ts';
import { type Route, replyWith, replyWithCsv, route } from './route.ts';

const moment = z.coerce.number().int().min(0).optional();
const paging = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
};
const Timed = z.object({ from: moment, to: moment, ...paging }).strict();
const Paged = z.object(paging).strict();

const KINDS: {
  readonly [K in RecordKind]: { summary: string; query: z.ZodType<object>; answer: z.ZodType };
} = {
  tasks: {
    summary: 'A record for each piece of work that came in between from and to.',
    query: Timed,
    answer: TaskRecordsAnswer,
  },
  handlings: {
    summary: 'A record for each stay of work on a desk that ended between from and to.',
    query: Timed,
    answer: HandlingRecordsAnswer,
  },
  events: { summary: 'A record for each event.', query: Paged, answer: EventRecordsAnswer },
};

const asked = (of: RecordKind, query: object) => parse(RecordsQuery, { ...query, of });

const routesOf = <K extends RecordKind>(of: K): readonly Route[] => [
  route({
    method: 'GET',
    path: `/reports/${of}`,
    ...KINDS[of],
    handle: async ({ desk, actor, query }) => replyWith(await desk.recordsReport(actor, asked(of, query))),
  }),
  route({
    method: 'GET',
    path: `/reports/${of}.csv`,
    ...KINDS[of],
    summary: 'The same as CSV; the cursor of the last line is where to go on.',
    answer: CsvAnswer,
    type: 'text/csv',
    handle: async ({ desk, actor, query }) =>
      // The desk answers records of the kind that it was asked for.
      replyWithCsv(
        (await desk.recordsReport(actor, asked(of, query))) as Answer<RecordsPage<RecordsByKind[K]>>,
        (page) => recordsCsv(of, page),
      ),
  }),
];

export const recordRoutes = [...routesOf('tasks'), ...routesOf('handlings'), ...routesOf('events')];
