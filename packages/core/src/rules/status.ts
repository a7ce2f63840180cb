/** How far a task has come, in the words of task distribution. Derived from what the interaction is, and kept nowhere. */
import type { Interaction } from '../interaction/interaction.ts';

export const TASK_STATUSES = [
  'new',
  'captured',
  'queued',
  'assigned',
  'held',
  'errorheld',
  'completed',
  'canceled',
  'rejected',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** `captured`: sorted, and not yet ranked. `errorheld`: held because a rule failed. */
export function taskStatus({
  state,
  task,
  workbin,
}: Pick<Interaction, 'state' | 'task' | 'workbin'>): TaskStatus {
  switch (state) {
    case 'New':
      return 'new';
    case 'Processing':
    case 'Transferring':
      return 'assigned';
    case 'Held':
      return task?.error === undefined ? 'held' : 'errorheld';
    case 'Done':
      return 'completed';
    case 'Cancelled':
      return task?.rejected === undefined ? 'canceled' : 'rejected';
    case 'Queued':
    case 'Invited':
    case 'InWorkbin':
    case 'Snoozed':
      if (workbin?.owner.kind === 'Agent') return 'assigned';
      return task !== undefined && task.prioritisedAt === undefined ? 'captured' : 'queued';
  }
}
