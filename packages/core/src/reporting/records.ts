/** The store of measures piece by piece: a record for each task, each handling and each event, to be read page by page. */
import { z } from 'zod';
import type { DomainEvent } from '../events.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { type Instant, text } from '../values.ts';

export const RECORD_KINDS = ['tasks', 'handlings', 'events'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const At = z.number().int().min(0).max(8_640_000_000_000_000);

export const RecordsQuery = z
  .object({
    of: z.enum(RECORD_KINDS),
    /** Tasks that came in, handlings that ended from this moment on. Of events, where to begin says `after` alone. */
    from: At.optional(),
    /** Up to this moment, and not with it. */
    to: At.optional(),
    /** The cursor of the last record that is known: what comes after it is told. */
    after: text(200).optional(),
    limit: z.number().int().min(1).max(1_000).default(200),
  })
  .strict();
export type RecordsQuery = Readonly<z.infer<typeof RecordsQuery>>;

/** A piece of work as it is now, or as it ended. */
export interface TaskRecord {
  readonly cursor: string;
  readonly id: string;
  readonly externalId?: string;
  readonly mediaType: string;
  readonly queue: string;
  readonly department?: string;
  readonly process?: string;
  readonly state: string;
  readonly priority: number;
  readonly submittedAt: Instant;
  readonly receivedAt: Instant;
  readonly dueAt?: Instant;
  readonly completedAt?: Instant;
  /** On whose desk it is. */
  readonly agentId?: string;
  readonly disposition?: string;
}

/** Work's stay on somebody's desk, from the moment it came there until it left. */
export interface Handling {
  readonly id: string;
  /** Of the event that ended it. */
  readonly version: number;
  readonly agentId: string;
  readonly takenAt: Instant;
  readonly leftAt: Instant;
  /** The type of that event. */
  readonly endedBy: string;
  readonly mediaType: string;
  readonly queue: string;
  readonly department?: string;
  readonly process?: string;
}
export type HandlingRecord = Handling & { readonly cursor: string };

/** Something that happened to a piece of work, or to an agent's session. */
export interface EventRecord {
  readonly cursor: string;
  readonly at: Instant;
  readonly subject: 'interaction' | 'agent';
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly by: string;
  readonly state?: string;
}

export interface RecordsByKind {
  readonly tasks: TaskRecord;
  readonly handlings: HandlingRecord;
  readonly events: EventRecord;
}
export type ReportRecord = RecordsByKind[RecordKind];

/** Records in the order in which they came in, ended or happened; `next` is there if there are more. */
export interface RecordsPage<T = ReportRecord> {
  readonly items: readonly T[];
  /** The `after` of the next page. */
  readonly next?: string;
}

/** Where a record stands among its like: a moment, then whatever tells it from others of that moment. */
export const recordCursor = (at: Instant, key: string): string => `${at}.${key}`;

/** @returns `undefined` for what is no cursor of such records */
export function recordPlace(cursor: string): { readonly at: Instant; readonly key: string } | undefined {
  const [, at, key] = /^(\d{1,16})\.(.+)$/s.exec(cursor) ?? [];
  return at === undefined || key === undefined ? undefined : { at: Number(at), key };
}

export function taskRecord(one: Interaction): TaskRecord {
  const { id, externalId, mediaType, queue, task, state, priority, submittedAt, receivedAt } = one;
  const { dueAt, completedAt, handler, disposition } = one;
  return {
    cursor: recordCursor(submittedAt, id),
    id,
    ...(externalId === undefined ? {} : { externalId }),
    mediaType,
    queue,
    ...(task?.department === undefined ? {} : { department: task.department }),
    ...(task?.process === undefined ? {} : { process: task.process }),
    ...{ state, priority, submittedAt, receivedAt },
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(handler === undefined ? {} : { agentId: handler }),
    ...(disposition === undefined ? {} : { disposition }),
  };
}

/** What tells a handling from others that ended at the same moment. */
export const handlingKey = ({ id, version }: Pick<Handling, 'id' | 'version'>): string =>
  `${id}.${String(version).padStart(10, '0')}`;

export const handlingRecord = (handling: Handling): HandlingRecord => ({
  cursor: recordCursor(handling.leftAt, handlingKey(handling)),
  ...handling,
});

export const eventRecord = (cursor: string, event: DomainEvent): EventRecord => ({
  cursor,
  at: event.at,
  subject: event.subject,
  id: event.subject === 'interaction' ? event.interactionId : event.agentId,
  version: event.version,
  type: event.type,
  by: event.by,
  ...(event.subject === 'interaction' ? { state: event.state } : {}),
});

/** @param records one more than asked for, if there are more */
export function recordsPage<T extends ReportRecord>(records: readonly T[], limit: number): RecordsPage<T> {
  const items = records.slice(0, limit);
  const last = items.at(-1);
  return records.length > limit && last !== undefined ? { items, next: last.cursor } : { items };
}
