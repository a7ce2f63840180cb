/** What kinds, objects and fields are called on the screen. */
import type { ConfigurationKind, ContactCentreConfig } from '@intray/core';
import { objectIn } from './draft/draft.ts';
import { words } from './words.ts';

type Kind = ConfigurationKind | 'settings' | 'options';

export const kindTitle = (kind: Kind): string => words.kinds[kind];

/** `Agents · ana`. */
export const thingTitle = (kind: Kind, id: string | undefined): string =>
  id === undefined ? kindTitle(kind) : `${kindTitle(kind)} · ${id}`;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** `whenAgentGone` → `When agent gone`, for what has no words of its own. */
export const humanised = (name: string): string => {
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

export const fieldTitle = (name: string): string => own(words.fieldNames, name) ?? humanised(name);

/** What to know of a field: said for the kind and the path in it, or for every field of the name. */
export const fieldHelpOf = (path: string): string | undefined =>
  own(words.fieldHelp, path) ?? own(words.fieldHelp, path.slice(path.lastIndexOf('.') + 1));

export const choiceTitle = (choice: string): string => own(words.choices, choice) ?? choice;

/** The name of an object with its id where that is another word. */
export function objectTitle(config: ContactCentreConfig, kind: ConfigurationKind, id: string): string {
  const name = objectIn(config, kind, id)?.name;
  return typeof name !== 'string' || name === id ? id : `${name} (${id})`;
}
