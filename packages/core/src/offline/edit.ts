/**
 * What an agent did while the server could not be reached, as it is kept until it can be asked again: the wish itself,
 * and what it was based on, so that nobody's change in between is overwritten unseen.
 */
import { z } from 'zod';
import { Command, type InteractionCommands } from '../commands.ts';
import { INTERACTION_STATES, type Interaction } from '../interaction/interaction.ts';
import { JsonValue } from '../values.ts';
import { WorkbinRef } from '../workbin/schema.ts';

/** Commands that can wait for the server: they concern one piece of work that the desk knows, and nobody else's turn. */
export const OFFLINE_COMMANDS = [
  'addNote',
  'attachUserData',
  'updateUserData',
  'deleteUserData',
  'placeInWorkbin',
  'snooze',
  'complete',
] as const;
export type OfflineCommandType = (typeof OFFLINE_COMMANDS)[number];
export type OfflineCommand = InteractionCommands[OfflineCommandType];

/** [L1] Whether commands of this type can wait for the server. */
export const canWait = (type: Command['type']): type is OfflineCommandType =>
  OFFLINE_COMMANDS.some((one) => one === type);

/** [L1] */
export const isOfflineCommand = (command: Command): command is OfflineCommand => canWait(command.type);

/** What an edit looks at: where the work is, what it ends with, and the attached keys that are touched. */
export const EditBase = z.object({
  version: z.number().int().min(0),
  state: z.enum(INTERACTION_STATES),
  handler: z.string().optional(),
  workbin: WorkbinRef.optional(),
  wakeAt: z.number().optional(),
  disposition: z.string().optional(),
  /** Key → value; a key that is not there has none. */
  userData: z.record(z.string(), JsonValue),
});
export type EditBase = z.infer<typeof EditBase>;

const OfflineCommandSchema = Command.refine(isOfflineCommand, {
  error: `must be one of ${OFFLINE_COMMANDS.join(', ')}`,
}) as unknown as z.ZodType<OfflineCommand>;

const why = {
  reason: z.enum(['data', 'moved', 'gone', 'refused']),
  message: z.string(),
  /** Of the refusal, where there was one. */
  code: z.string().optional(),
  detail: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional(),
};

/** What was changed in between, for the person to choose from. */
export const Difference = z.object({
  ...why,
  /** Attached keys that both sides changed. */
  keys: z.array(z.string()),
  /** How it stood when the difference was found: what "mine" would be put over. Absent if it can no longer be seen. */
  theirs: EditBase.optional(),
  command: OfflineCommandSchema,
});
export type Difference = z.infer<typeof Difference>;

/** What is sent for an edit: the same, or a move from tray to tray where time has put the work aside already. */
export type SentCommand = OfflineCommand | InteractionCommands['moveToWorkbin'];
const SentCommandSchema = Command.refine(
  (command) => isOfflineCommand(command) || command.type === 'moveToWorkbin',
) as unknown as z.ZodType<SentCommand>;

/** An edit that has been sent and may have been carried out: it is asked again in the same words first. */
const Attempt = z.object({
  command: SentCommandSchema,
  expectVersion: z.number().int().min(0),
  /** What of the edit was held back from it. */
  rest: Difference.optional(),
});

export const QueuedEdit = z.object({
  commandId: z.string().min(1).max(100),
  command: OfflineCommandSchema,
  base: EditBase,
  /** When the person did it, by the server's clock as far as the desk knows it. */
  at: z.number(),
  attempt: Attempt.optional(),
});
export type QueuedEdit = z.infer<typeof QueuedEdit>;

/** An edit that cannot be applied without a choice: both sides are kept until somebody has chosen. */
export const Conflict = Difference.extend({ commandId: z.string(), at: z.number() });
export type Conflict = z.infer<typeof Conflict>;

/** All that waits, oldest first. It is what the desk keeps on disk. */
export const OfflineQueue = z.object({ edits: z.array(QueuedEdit), conflicts: z.array(Conflict) });
export type OfflineQueue = z.infer<typeof OfflineQueue>;

export const EMPTY_QUEUE: OfflineQueue = { edits: [], conflicts: [] };

/** The attached keys that a command writes or takes away. */
export function touchedKeys(command: OfflineCommand): readonly string[] {
  switch (command.type) {
    case 'attachUserData':
    case 'updateUserData':
      return Object.keys(command.userData);
    case 'deleteUserData':
      return command.keys;
    default:
      return [];
  }
}

/** What an edit of these keys is based on, at this moment. */
export function baseOf(interaction: Interaction, keys: readonly string[]): EditBase {
  const { version, state, handler, workbin, wakeAt, disposition, userData } = interaction;
  return {
    version,
    state,
    ...(handler === undefined ? {} : { handler }),
    ...(workbin === undefined ? {} : { workbin }),
    ...(wakeAt === undefined ? {} : { wakeAt }),
    ...(disposition === undefined ? {} : { disposition }),
    userData: Object.fromEntries(
      keys.flatMap((key) => (Object.hasOwn(userData, key) ? [[key, userData[key] ?? null]] : [])),
    ),
  };
}
