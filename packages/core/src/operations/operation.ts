/** What may be done to many pieces of work at once, to which, and what comes of it. */
import { z } from 'zod';
import { Command, type InteractionCommand, interactionCommands } from '../commands.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { Refusal } from '../refusals.ts';
import { TASK_STATUSES, type TaskStatus, taskStatus } from '../rules/status.ts';
import { InteractionId, Name } from '../values.ts';

const { hold, resume, cancel, restart, applyRules, updateProperties } = interactionCommands;
const { moveToQueue, moveToWorkbin, invite, revoke, complete, updateUserData } = interactionCommands;
const withoutTarget = { interactionId: true } as const;

/** A command without its interaction. */
export const Operation = z.discriminatedUnion('type', [
  hold.omit(withoutTarget),
  resume.omit(withoutTarget),
  cancel.omit(withoutTarget),
  restart.omit(withoutTarget),
  applyRules.omit(withoutTarget),
  updateProperties.omit(withoutTarget),
  moveToQueue.omit(withoutTarget),
  moveToWorkbin.omit(withoutTarget),
  invite.omit({ interactionId: true, among: true }),
  revoke.omit(withoutTarget),
  complete.omit(withoutTarget),
  updateUserData.omit(withoutTarget),
]);
export type Operation = Readonly<z.infer<typeof Operation>>;

/** So many at a time: whoever has more goes on from where the answer says. */
const MOST = 200;

const Item = z
  .object({
    id: InteractionId.optional(),
    /** The id that the source knows it by. */
    externalId: Name.optional(),
    /** Refused if it has changed since this version was seen. */
    version: z.number().int().min(0).optional(),
  })
  .strict()
  .refine(
    ({ id, externalId }) => (id === undefined) !== (externalId === undefined),
    'must name either id or externalId',
  );

/** What waits in a queue, also held or asleep there, as far as it fits. */
const Selection = z
  .object({
    queue: Name,
    status: z.array(z.enum(TASK_STATUSES)).max(20).optional(),
    mediaType: z.array(Name).max(100).optional(),
    department: z.array(Name).max(100).optional(),
    process: z.array(Name).max(100).optional(),
    priorityFrom: z.number().int().optional(),
    priorityTo: z.number().int().optional(),
    /** Due before this moment, in milliseconds since 1970. */
    dueBefore: z.number().int().min(0).optional(),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(MOST).default(MOST),
  })
  .strict();
export type Selection = Readonly<z.infer<typeof Selection>>;

export const OperationRequest = z
  .object({
    operation: Operation,
    items: z.array(Item).min(1).max(MOST).optional(),
    select: Selection.optional(),
    /** Say what would come of it, and do nothing. */
    dryRun: z.boolean().default(false),
  })
  .strict()
  .refine(
    ({ items, select }) => (items === undefined) !== (select === undefined),
    'must say to which work: by "items" or by "select"',
  );
export type OperationRequest = Readonly<z.infer<typeof OperationRequest>>;

/** What would put things back as they were. */
export interface UndoStep {
  readonly command: Command;
  /** Nothing is undone if the work has changed since. */
  readonly version: number;
}

export const UndoRequest = z
  .object({
    steps: z
      .array(z.object({ command: Command, version: z.number().int().min(0) }).strict())
      .min(1)
      .max(MOST),
  })
  .strict();
export type UndoRequest = Readonly<z.infer<typeof UndoRequest>>;

/** How a piece of work stands. */
export interface TaskStanding {
  readonly status: TaskStatus;
  readonly version: number;
  readonly queue: string;
  readonly priority: number;
  readonly dueAt?: number;
}

export interface OperationItem {
  readonly id: string;
  readonly externalId?: string;
  /** Absent where the person may not see it. */
  readonly before?: TaskStanding;
  /** How it stands afterwards, or would. */
  readonly after?: TaskStanding;
  /** Why it was not done, or would not be. */
  readonly refusal?: Refusal;
  /** Absent where there is no way back. */
  readonly undo?: UndoStep;
}

export interface OperationReport {
  readonly items: readonly OperationItem[];
  readonly done: number;
  readonly refused: number;
  /** Where to go on, as the `after` of the selection; absent at the end. */
  readonly next?: string;
}

export const commandOf = (operation: Operation, interactionId: string): InteractionCommand =>
  ({ ...operation, interactionId }) as InteractionCommand;

export const standingOf = (interaction: Interaction): TaskStanding => ({
  status: taskStatus(interaction),
  version: interaction.version,
  queue: interaction.queue,
  priority: interaction.priority,
  ...(interaction.dueAt === undefined ? {} : { dueAt: interaction.dueAt }),
});

export const reportOf = (items: readonly OperationItem[], next?: string): OperationReport => {
  const refused = items.filter(({ refusal }) => refusal !== undefined).length;
  return { items, done: items.length - refused, refused, ...(next === undefined ? {} : { next }) };
};

type Selected = Pick<Interaction, 'state' | 'mediaType' | 'priority' | 'dueAt' | 'task' | 'workbin'>;

/** It is among what a selection means. */
export function isSelected(work: Selected, selection: Selection): boolean {
  const { status, mediaType, department, process, priorityFrom, priorityTo, dueBefore } = selection;
  const among = (wanted: readonly string[] | undefined, value: string | undefined) =>
    wanted === undefined || (value !== undefined && wanted.includes(value));
  return (
    among(status, taskStatus(work)) &&
    among(mediaType, work.mediaType) &&
    among(department, work.task?.department) &&
    among(process, work.task?.process) &&
    (priorityFrom === undefined || work.priority >= priorityFrom) &&
    (priorityTo === undefined || work.priority <= priorityTo) &&
    (dueBefore === undefined || (work.dueAt !== undefined && work.dueAt < dueBefore))
  );
}
