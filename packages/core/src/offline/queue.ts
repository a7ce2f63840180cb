/** The queue of edits as it changes: pure steps, each of which is kept on disk before the next is taken. */
import type { Difference, OfflineQueue, QueuedEdit } from './edit.ts';

/** Adds an edit behind all others; one that is there already is not added again. */
export const addEdit = (queue: OfflineQueue, edit: QueuedEdit): OfflineQueue =>
  queue.edits.some(({ commandId }) => commandId === edit.commandId)
    ? queue
    : { ...queue, edits: [...queue.edits, edit] };

/** [L8] The next edit to be sent: the oldest whose work has no open conflict, so that order is kept for each. */
export function nextEdit({ edits, conflicts }: OfflineQueue): QueuedEdit | undefined {
  const waiting = new Set(conflicts.map(({ command }) => command.interactionId));
  return edits.find(({ command }) => !waiting.has(command.interactionId));
}

const change = (queue: OfflineQueue, id: string, to: (edit: QueuedEdit) => QueuedEdit): OfflineQueue => ({
  ...queue,
  edits: queue.edits.map((edit) => (edit.commandId === id ? to(edit) : edit)),
});

/** It is about to be sent in these words. */
export const withAttempt = (
  queue: OfflineQueue,
  id: string,
  attempt: NonNullable<QueuedEdit['attempt']>,
): OfflineQueue => change(queue, id, (edit) => ({ ...edit, attempt }));

/** It was not carried out in those words: it is merged anew. */
export const withoutAttempt = (queue: OfflineQueue, id: string): OfflineQueue =>
  change(queue, id, ({ attempt: _, ...edit }) => edit);

/** The edit is through, but for what remains to be settled. */
export function finishEdit(queue: OfflineQueue, id: string, rest?: Difference): OfflineQueue {
  const edit = queue.edits.find(({ commandId }) => commandId === id);
  if (edit === undefined) return queue;
  return {
    edits: queue.edits.filter((one) => one !== edit),
    conflicts:
      rest === undefined ? queue.conflicts : [...queue.conflicts, { ...rest, commandId: id, at: edit.at }],
  };
}

/**
 * [L9] Settles a conflict. `theirs` leaves what the server has. `mine` asks for it again, based on what the person was
 * shown: if that has changed once more, it is another conflict. It goes before what waited for it.
 * @param newId a command id that was never used
 */
export function settle(
  queue: OfflineQueue,
  commandId: string,
  choice: 'mine' | 'theirs',
  newId: string,
): OfflineQueue {
  const conflict = queue.conflicts.find((one) => one.commandId === commandId);
  if (conflict === undefined) return queue;
  const conflicts = queue.conflicts.filter((one) => one !== conflict);
  const { theirs, command, at } = conflict;
  if (choice === 'theirs') return { ...queue, conflicts };
  const base = theirs ?? { version: 0, state: 'New' as const, userData: {} };
  return { conflicts, edits: [{ commandId: newId, command, base, at }, ...queue.edits] };
}
