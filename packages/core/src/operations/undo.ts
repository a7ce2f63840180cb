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
    default:
      return undefined;
  }
}
