/** Both sides of a conflict, line by line, as they are shown. */
import type { Conflict, Json } from '@intray/core';
import { locale } from '../../language/locale.ts';
import { words } from '../words.ts';
import { offlineWords } from './words.ts';

export interface SideBySide {
  readonly key: string;
  readonly mine: string;
  readonly theirs: string;
}

function written(value: Json | undefined): string {
  if (value === undefined) return offlineWords.nothing;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function where({ theirs }: Conflict): string {
  if (theirs === undefined) return offlineWords.nothing;
  const { state, handler, workbin, disposition } = theirs;
  const place = handler ?? (workbin === undefined ? undefined : `${workbin.type} · ${workbin.owner.id}`);
  return [words.states[state], place, disposition].filter((part) => part !== undefined).join(' · ');
}

function wish({ command }: Conflict): string {
  switch (command.type) {
    case 'addNote':
      return command.text;
    case 'placeInWorkbin':
      return command.workbin === undefined ? '' : `${command.workbin.type} · ${command.workbin.owner.id}`;
    case 'snooze':
      return new Date(command.wakeAt).toLocaleString(locale());
    case 'complete':
      return command.disposition ?? '';
    default:
      return '';
  }
}

/** One line a key for attached data, otherwise one line for the step. */
export function sidesOf(conflict: Conflict): readonly SideBySide[] {
  const { command, keys, theirs } = conflict;
  if (keys.length === 0) {
    const key = offlineWords.steps[command.type];
    return [{ key, mine: wish(conflict) || key, theirs: where(conflict) }];
  }
  return keys.map((key) => ({
    key,
    mine: written('userData' in command ? command.userData[key] : undefined),
    theirs: written(theirs?.userData[key]),
  }));
}
