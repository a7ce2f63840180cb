/** Figures about work. */
import { type LiveLine, MEASURES, type MeasuresLine } from '@intray/core';
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

export const CsvAnswer = Text.meta({ description: 'The first line names the columns.' });
