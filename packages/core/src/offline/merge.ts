/**
 * What becomes of an edit when the server can be asked again: it is sent, it is so already, or it is a difference that
 * a person has to settle. Never does one side give way unseen.
 */
import type { InteractionCommands } from '../commands.ts';
import type { InteractionView } from '../interaction/view.ts';
import { type Json, sameJson } from '../values.ts';
import { sameWorkbin } from '../workbin/workbin.ts';
import {
  baseOf,
  type Difference,
  type EditBase,
  type OfflineCommand,
  type QueuedEdit,
  type SentCommand,
  touchedKeys,
} from './edit.ts';

export interface Merged {
  /** To be sent, for the version it was merged with. Absent: nothing (left) to send. */
  readonly send?: { readonly command: SentCommand; readonly expectVersion: number };
  /** What has to be settled. */
  readonly conflict?: Difference;
}

const at = (data: Readonly<Record<string, Json>>, key: string): Json | undefined =>
  Object.hasOwn(data, key) ? data[key] : undefined;

/** What the command makes of a key; `undefined`: it takes it away. */
const wanted = (command: OfflineCommand, key: string): Json | undefined =>
  'userData' in command ? at(command.userData, key) : undefined;

function onlyKeys<T extends OfflineCommand>(command: T, keys: readonly string[]): T {
  if (command.type === 'deleteUserData') return { ...command, keys: [...keys] };
  if (!('userData' in command)) return command;
  return {
    ...command,
    userData: Object.fromEntries(keys.map((key) => [key, command.userData[key] ?? null])),
  };
}

/** [L5] Key by key: what nobody else touched is written, what is so already is left, what both changed is settled. */
function mergeData(edit: QueuedEdit, theirs: EditBase): Merged {
  const { command, base } = edit;
  const open = touchedKeys(command).filter(
    (key) => !sameJson(at(theirs.userData, key), wanted(command, key)),
  );
  const clean = open.filter((key) => sameJson(at(theirs.userData, key), at(base.userData, key)));
  const both = open.filter((key) => !clean.includes(key));
  return {
    ...(clean.length === 0
      ? {}
      : { send: { command: onlyKeys(command, clean), expectVersion: theirs.version } }),
    ...(both.length === 0
      ? {}
      : {
          conflict: {
            reason: 'data',
            message: `Changed meanwhile by somebody else: ${both.join(', ')}.`,
            keys: both,
            theirs,
            command: onlyKeys(command, both),
          },
        }),
  };
}

/** [L6] Where it was, or at rest in a tray of the person's own: time may have taken it off their desk, nobody else did. */
function stillWithMe(base: EditBase, now: EditBase, myId: string): boolean {
  const sameTray = base.workbin === now.workbin || sameWorkbin(base.workbin, now.workbin);
  const unmoved = base.state === now.state && base.handler === now.handler && sameTray;
  const { owner } = now.workbin ?? {};
  return unmoved || (now.state === 'InWorkbin' && owner?.kind === 'Agent' && owner.id === myId);
}

const ENDS: Readonly<Record<'placeInWorkbin' | 'snooze' | 'complete', string>> = {
  placeInWorkbin: 'put aside',
  snooze: 'snoozed',
  complete: 'marked done',
};

function whereNow({ state, handler, workbin }: EditBase): string {
  if (handler !== undefined) return `it is on ${handler}'s desk`;
  if (workbin !== undefined) return `it lies in ${workbin.type} of ${workbin.owner.id}`;
  return `it is ${state}`;
}

type Step = InteractionCommands['placeInWorkbin' | 'snooze' | 'complete'];

function mergeStep(command: Step, edit: QueuedEdit, view: InteractionView, myId: string): Merged {
  const theirs = baseOf(view.interaction, []);
  const conflict = (reason: Difference['reason'], message: string): Merged => ({
    conflict: { reason, message, keys: [], theirs, command },
  });
  if (
    command.type === 'placeInWorkbin' &&
    theirs.state === 'InWorkbin' &&
    sameWorkbin(theirs.workbin, command.workbin)
  )
    return {};
  if (!stillWithMe(edit.base, theirs, myId))
    return conflict('moved', `It could not be ${ENDS[command.type]}: meanwhile ${whereNow(theirs)}.`);
  if (theirs.disposition !== edit.base.disposition && command.type === 'complete')
    return conflict('data', `Somebody else chose the disposition ${theirs.disposition ?? 'none'} meanwhile.`);
  // Off the desk by a time-out, it is moved from tray to tray: the wish is the same, its name is another.
  if (command.type === 'placeInWorkbin' && command.workbin !== undefined && theirs.state === 'InWorkbin') {
    const { interactionId, workbin } = command;
    return {
      send: { command: { type: 'moveToWorkbin', interactionId, workbin }, expectVersion: theirs.version },
    };
  }
  if (!view.allowed.includes(command.type))
    return conflict('moved', `It can no longer be ${ENDS[command.type]}: ${whereNow(theirs)}.`);
  return { send: { command, expectVersion: theirs.version } };
}

/**
 * [L4] Merges an edit with what the server says now.
 * @param view the work as the server says, or `undefined` if the person may no longer see it
 */
export function mergeEdit(edit: QueuedEdit, view: InteractionView | undefined, myId: string): Merged {
  const { command } = edit;
  if (view === undefined)
    return {
      conflict: {
        reason: 'gone',
        message: 'You can no longer see this work: somebody moved it meanwhile.',
        keys: [],
        command,
      },
    };
  const { version } = view.interaction;
  switch (command.type) {
    // [L7] A note is added to what others wrote; it replaces nothing.
    case 'addNote':
      return { send: { command, expectVersion: version } };
    case 'attachUserData':
    case 'updateUserData':
    case 'deleteUserData':
      return mergeData(edit, baseOf(view.interaction, touchedKeys(command)));
    case 'placeInWorkbin':
    case 'snooze':
    case 'complete':
      return mergeStep(command, edit, view, myId);
  }
}
