/** One thing done to several interactions: each gets the command that its own state allows, and one sentence tells all. */
import {
  INTERACTION_COMMAND_TYPES,
  type InteractionCommand,
  type InteractionCommandType,
  type InteractionView,
} from '@intray/core';
import { words } from '../words.ts';
import { lookOf } from './looks.ts';

/** What several rows can be given at once, by the commands that do it: which one depends on where each row is. */
export const BATCHES = {
  pull: ['pull'],
  complete: ['complete'],
  workbin: ['placeInWorkbin', 'moveToWorkbin'],
  queue: ['moveToQueue'],
  snooze: ['snooze'],
} as const satisfies Record<string, readonly InteractionCommandType[]>;
export type Batch = keyof typeof BATCHES;

/** The commands behind each key, for rows of any state. */
export const COMMANDS_BY_KEY: ReadonlyMap<string, readonly InteractionCommandType[]> = byKey();

function byKey() {
  const found = new Map<string, InteractionCommandType[]>();
  for (const type of INTERACTION_COMMAND_TYPES) {
    const { shortcut } = lookOf(type);
    if (shortcut !== undefined) found.set(shortcut, [...(found.get(shortcut) ?? []), type]);
  }
  return found;
}

/** The one of these commands that the interaction allows now. */
export const possibleOf = (
  commands: readonly InteractionCommandType[],
  { allowed }: Pick<InteractionView, 'allowed'>,
): InteractionCommandType | undefined => commands.find((type) => allowed.includes(type));

/** The same answer given for another interaction, by the command that fits it. */
export function likewise(
  given: InteractionCommand,
  type: InteractionCommandType,
  interactionId: string,
): InteractionCommand {
  if (type === 'moveToWorkbin' && given.type === 'placeInWorkbin' && given.workbin !== undefined)
    return { type, interactionId, workbin: given.workbin };
  if (type === 'placeInWorkbin' && given.type === 'moveToWorkbin')
    return { type, interactionId, workbin: given.workbin };
  return { ...given, interactionId };
}

/** Acts on each, so many at once; answers in the order of the items. */
export async function eachOf<T, R>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) answers[index] = await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return answers;
}

/** What came of one of several. */
export interface Result {
  readonly subject: string;
  /** Why not, in the words of whoever refused; absent when it was done. */
  readonly refused?: string;
}

const TOLD = 4;

/** One notice for all: how many were done, and why the others were not. */
export function tellSeveral(label: string, results: readonly Result[]) {
  const { several } = words;
  const refused = results.flatMap(({ subject, refused: why }) =>
    why === undefined ? [] : [several.refusal(subject, why)],
  );
  const title = several.result(label, results.length - refused.length, results.length);
  if (refused.length === 0) return { title, tone: 'positive' } as const;
  const more = refused.length > TOLD ? [several.more(refused.length - TOLD)] : [];
  return { title, detail: [...refused.slice(0, TOLD), ...more].join('\n'), tone: 'caution' } as const;
}
