/**
 * Sends what waits, oldest first, once the server can be reached. Written as steps over ports, so that the same code
 * runs on a desk and against an engine in a test.
 */
import type { Outcome } from '../desk.ts';
import type { InteractionView } from '../interaction/view.ts';
import type { Refusal } from '../refusals.ts';
import {
  baseOf,
  type Difference,
  type OfflineQueue,
  type QueuedEdit,
  type SentCommand,
  touchedKeys,
} from './edit.ts';
import { mergeEdit } from './merge.ts';
import { finishEdit, nextEdit, withAttempt, withoutAttempt } from './queue.ts';

export interface ReplayPorts {
  readonly myId: string;
  queue(): OfflineQueue;
  /** Changes the queue, and resolves when the change is on disk. */
  change(to: (queue: OfflineQueue) => OfflineQueue): Promise<void>;
  /** The work as it is now; `gone` if the person may not see it; `unanswered` if the server was not reached. */
  view(id: string): Promise<InteractionView | 'gone' | 'unanswered'>;
  execute(order: {
    readonly commandId: string;
    readonly command: SentCommand;
    readonly expectVersion: number;
  }): Promise<Outcome | 'unanswered'>;
}

/** Merges with what the server has now, and writes down what will be sent before it is. */
async function prepare(edit: QueuedEdit, ports: ReplayPorts): Promise<'go on' | 'unanswered'> {
  const { commandId, command } = edit;
  const found = await ports.view(command.interactionId);
  if (found === 'unanswered') return found;
  const { send, conflict } = mergeEdit(edit, found === 'gone' ? undefined : found, ports.myId);
  await ports.change((queue) =>
    send === undefined
      ? finishEdit(queue, commandId, conflict)
      : withAttempt(queue, commandId, { ...send, ...(conflict === undefined ? {} : { rest: conflict }) }),
  );
  return 'go on';
}

/** The server's "no" is settled by the person too: beside it stands how the work is now. */
async function refused(
  edit: QueuedEdit,
  { message, code, detail }: Refusal,
  ports: ReplayPorts,
): Promise<'go on' | 'unanswered'> {
  const { commandId, command } = edit;
  const found = await ports.view(command.interactionId);
  if (found === 'unanswered') return found;
  await ports.change((queue) =>
    finishEdit(queue, commandId, {
      reason: 'refused',
      message,
      code,
      detail: { ...detail } as Difference['detail'],
      keys: [],
      command,
      ...(found === 'gone' ? {} : { theirs: baseOf(found.interaction, touchedKeys(command)) }),
    }),
  );
  return 'go on';
}

async function send(edit: QueuedEdit, ports: ReplayPorts): Promise<'go on' | 'unanswered'> {
  const { commandId, attempt } = edit;
  if (attempt === undefined) return prepare(edit, ports);
  const { command, expectVersion, rest } = attempt;
  const outcome = await ports.execute({ commandId, command, expectVersion });
  if (outcome === 'unanswered') return outcome;
  if (outcome.ok) await ports.change((queue) => finishEdit(queue, commandId, rest));
  else if (outcome.refusal.code === 'version_mismatch')
    await ports.change((queue) => withoutAttempt(queue, commandId));
  else return refused(edit, outcome.refusal, ports);
  return 'go on';
}

/** [L4] [L8] Sends until nothing can be sent any more. Answers whether the server was there to the end. */
export async function replayQueue(ports: ReplayPorts): Promise<'through' | 'unanswered'> {
  for (let edit = nextEdit(ports.queue()); edit !== undefined; edit = nextEdit(ports.queue()))
    if ((await send(edit, ports)) === 'unanswered') return 'unanswered';
  return 'through';
}
