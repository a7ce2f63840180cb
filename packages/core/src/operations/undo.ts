/** The command that takes another one back, where there is one that does. */
import type { InteractionCommand } from '../commands.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { UndoStep } from './operation.ts';

/**
 * What would put the work back to where it was: the same place and the same figures. Its turn in a queue is lost by
 * leaving it, and what rules or a deadline did is not taken back.
 * @param before as it was when the command was decided
 * @param after as it is by it
 */
export function undoOf(
  before: Interaction,
  command: InteractionCommand,
  after: Interaction,
): UndoStep | undefined {
  const inverse = inverseOf(before, command, after);
  return inverse === undefined ? undefined : { command: inverse, version: after.version };
}

function inverseOf(
  before: Interaction,
  command: InteractionCommand,
  after: Interaction,
): InteractionCommand | undefined {
  const { id: interactionId, state } = before;
  if (before.version === after.version) return undefined;
  switch (command.type) {
    case 'hold':
      // What slept had a moment to wake at, and what was offered had an offer: neither comes back.
      return state === 'Queued' || state === 'InWorkbin' ? { type: 'resume', interactionId } : undefined;
    case 'resume':
      return before.task?.error === undefined ? { type: 'hold', interactionId } : undefined;
    case 'cancel':
      return state === 'Queued' ? { type: 'restart', interactionId, queue: before.queue } : undefined;
    case 'restart':
      return state === 'Cancelled' && before.task?.rejected === undefined && after.queue === before.queue
        ? { type: 'cancel', interactionId }
        : undefined;
    case 'updateProperties': {
      const { priority, dueAt, contactId, task } = command;
      const fields = Object.keys(task ?? {}) as (keyof NonNullable<typeof task>)[];
      // A field that was not there cannot be taken away again.
      if (fields.some((field) => before.task?.[field] === undefined)) return undefined;
      return {
        type: 'updateProperties',
        interactionId,
        ...(priority === undefined ? {} : { priority: before.priority }),
        ...(dueAt === undefined ? {} : { dueAt: before.dueAt ?? null }),
        ...(contactId === undefined ? {} : { contactId: before.contactId ?? null }),
        ...(fields.length === 0
          ? {}
          : { task: Object.fromEntries(fields.map((field) => [field, before.task?.[field]])) }),
      };
    }
    case 'moveToQueue':
    case 'moveToWorkbin':
      return backTo(before);
    case 'complete':
      // What was attached or noted while finishing stays, and so it is not as it was.
      return state === 'Queued' &&
        after.userData === before.userData &&
        after.disposition === before.disposition
        ? { type: 'restart', interactionId, queue: before.queue }
        : undefined;
    case 'invite':
      return state === 'Queued' ? { type: 'revoke', interactionId, reason: 'supervisor' } : undefined;
    case 'updateUserData':
      return formerData(before, Object.keys(command.userData));
    default:
      return undefined;
  }
}

/** Where it waited or lay. What was held or asleep does not come back to that by a move. */
function backTo({ id: interactionId, state, queue, workbin }: Interaction): InteractionCommand | undefined {
  if (state === 'Queued') return { type: 'moveToQueue', interactionId, queue };
  return state === 'InWorkbin' && workbin !== undefined
    ? { type: 'moveToWorkbin', interactionId, workbin }
    : undefined;
}

/** The values that keys had. Where some were there and others not it would take two commands, and there is no way back. */
function formerData(
  { id: interactionId, userData }: Interaction,
  keys: readonly string[],
): InteractionCommand | undefined {
  const there = keys.filter((key) => Object.hasOwn(userData, key));
  if (there.length === 0) return { type: 'deleteUserData', interactionId, keys: [...keys] };
  return there.length === keys.length
    ? {
        type: 'updateUserData',
        interactionId,
        userData: Object.fromEntries(there.map((key) => [key, userData[key] ?? null])),
      }
    : undefined;
}
