/** What comes of an operation on many pieces of work. */
import {
  Command,
  type OperationItem,
  type OperationReport,
  REFUSAL_CODES,
  type Refusal,
  TASK_STATUSES,
  type TaskStanding,
  type UndoStep,
} from '@intray/core';
import { z } from 'zod';
import { Moment, record, Text, Whole } from './record.ts';

const Standing = record<TaskStanding>('TaskStanding', 'How a piece of work stands.', {
  status: z.enum(TASK_STATUSES),
  version: Whole,
  queue: Text,
  priority: Whole,
  dueAt: Moment.optional(),
});

const Step = record<UndoStep>('UndoStep', 'What would put one piece of work back as it was.', {
  command: Command,
  version: Whole.meta({ description: 'Nothing is undone if the work has changed since.' }),
});

const Reason = record<Refusal>('RefusalOfOne', 'Why it was not done, or would not be.', {
  code: z.enum(REFUSAL_CODES),
  message: Text,
  detail: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  ) as unknown as z.ZodType<Refusal['detail']>,
});

const Item = record<OperationItem>('OperationItem', 'What came of it for one piece of work, or would.', {
  id: Text,
  externalId: Text.optional(),
  before: Standing.optional(),
  after: Standing.optional(),
  refusal: Reason.optional(),
  undo: Step.optional(),
});

export const OperationReportAnswer = record<OperationReport>(
  'OperationReport',
  'What came of an operation. `next` is the `after` of the selection that follows; absent at the end.',
  { items: z.array(Item), done: Whole, refused: Whole, next: Text.optional() },
);
