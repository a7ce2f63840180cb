/** Figures about work. */
import {
  type EventRecord,
  type HandlingRecord,
  type LiveLine,
  MEASURES,
  type MeasuresLine,
  type RecordsPage,
  type ReportRecord,
  type TaskRecord,
} from '@intray/core';
import { z } from 'zod';
import { Moment, record, Text, Whole } from './record.ts';

const name = z.string().meta({ description: 'Of the queue, medium, agent …; empty for all together.' });

export const LiveReportAnswer = z.array(
  record<LiveLine>('LiveLine', 'Unfinished work now.', {
    name,
    backlog: Whole,
    inHand: Whole,
    held: Whole,
    overdue: Whole,
    youngerThan1h: Whole,
    youngerThan1d: Whole,
    youngerThan7d: Whole,
    older: Whole,
  }),
);

export const MeasuresReportAnswer = z.array(
  record<MeasuresLine>('MeasuresLine', 'What happened in a slot of time.', {
    slot: Moment.meta({ description: 'When it begins; 0 for all together.' }),
    name,
    counts: z.partialRecord(z.enum(MEASURES), Whole),
    sums: z
      .partialRecord(z.enum(['wait', 'handle', 'focus']), Whole)
      .meta({ description: 'In milliseconds.' }),
  }),
);

const cursor = Text.meta({ description: 'Given as `after`, what comes after this record is told.' });
const sorted = {
  mediaType: Text,
  queue: Text,
  department: Text.optional(),
  process: Text.optional(),
};

const pageOf = <T extends ReportRecord>(name: string, description: string, item: z.ZodType<T>) =>
  record<RecordsPage<T>>(name, description, {
    items: z.array(item),
    next: Text.optional().meta({ description: 'The `after` of the next page; absent on the last one.' }),
  });

export const TaskRecordsAnswer = pageOf(
  'TaskRecords',
  'Pieces of work, in the order in which they came in.',
  record<TaskRecord>('TaskRecord', 'A piece of work as it is now, or as it ended.', {
    ...{ cursor, id: Text, externalId: Text.optional(), ...sorted, state: Text, priority: Whole },
    ...{ submittedAt: Moment, receivedAt: Moment, dueAt: Moment.optional(), completedAt: Moment.optional() },
    ...{ agentId: Text.optional(), disposition: Text.optional() },
  }),
);

export const HandlingRecordsAnswer = pageOf(
  'HandlingRecords',
  'Stays of work on desks, in the order in which they ended.',
  record<HandlingRecord>('HandlingRecord', 'From the moment work came to a desk until it left.', {
    ...{ cursor, id: Text, version: Whole, agentId: Text, takenAt: Moment, leftAt: Moment, endedBy: Text },
    ...sorted,
  }),
);

export const EventRecordsAnswer = pageOf(
  'EventRecords',
  'What happened, in the order in which it was kept.',
  record<EventRecord>('EventRecord', 'Something that happened to work, or to the session of an agent.', {
    ...{ cursor, at: Moment, subject: z.enum(['interaction', 'agent']), id: Text, version: Whole },
    ...{ type: Text, by: Text, state: Text.optional() },
  }),
);

export const CsvAnswer = Text.meta({ description: 'The first line names the columns.' });
