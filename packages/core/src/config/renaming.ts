/**
 * What hangs on the name of an object: what would point nowhere without it, and the edits that give it another name
 * together with everything that names it. Both are found by the check of the whole, so nothing that is checked is missed.
 */
import { SECTION } from '../options/registry.ts';
import { type ConfigurationKind, objectsOf } from './kinds.ts';
import type { ContactCentreConfig } from './objects.ts';
import { configurationFaults, type Fault } from './references.ts';
import { type Edit, edited } from './versions.ts';

interface Named {
  readonly kind: ConfigurationKind;
  readonly id: string;
}

/** A configuration is JSON: nothing in it is lost on the way. */
const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Faults that there would be and are not now. */
function newFaults(before: ContactCentreConfig, after: ContactCentreConfig): readonly Fault[] {
  const known = new Set(configurationFaults(before).map(({ message }) => message));
  return configurationFaults(after).filter(({ message }) => !known.has(message));
}

/** What names the objects: the faults that there would be if they were gone, together. */
export const hangingOn = (config: ContactCentreConfig, objects: readonly Named[]): readonly Fault[] =>
  newFaults(
    config,
    edited(
      config,
      objects.map(({ kind, id }): Edit => ({ kind, remove: id })),
    ) as unknown as ContactCentreConfig,
  );

export interface Renaming {
  /** The object under its new name, and everything that named it. */
  readonly edits: readonly Edit[];
  /** What still points at the old name and must be changed by hand. */
  readonly left: readonly Fault[];
}

/** A name may stand in a text that holds more than it; each round mends one place in each text. */
const ROUNDS = 5;

/** Gives an object another id. Nothing is done about ids that are taken: the check of the whole tells those. */
export function renaming(config: ContactCentreConfig, { kind, id }: Named, to: string): Renaming {
  const objects = objectsOf(config, kind);
  const object = objects.find((one) => one.id === id);
  if (object === undefined) return { edits: [], left: [] };
  let next = {
    ...copied(config),
    [kind]: objects.map((one) => (one.id === id ? { ...copied(one), id: to } : copied(one))),
  } as ContactCentreConfig;
  const touched = new Map<string, Fault['path']>();
  let left = newFaults(config, next);
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    const draft = copied(next);
    let mended = 0;
    for (const { path } of left)
      if (mend(draft, path, id, to)) {
        mended += 1;
        touched.set(path.slice(0, 2).join('\0'), path.slice(0, 2));
      }
    if (mended === 0) break;
    next = draft;
    left = newFaults(config, next);
  }
  const renamed = objectsOf(next, kind).find((one) => one.id === to) ?? { ...object, id: to };
  const others = [...touched.values()].flatMap(([list, index]): Edit[] => {
    if (list === 'settings' || list === 'options') return [{ kind: list, put: next[list] ?? {} }];
    const changed = objectsOf(next, list as ConfigurationKind)[Number(index)];
    if (changed === undefined || (list === kind && changed.id === to)) return [];
    return [{ kind: list as ConfigurationKind, put: changed }];
  });
  const once = new Map(others.map((edit) => [`${edit.kind}\0${'put' in edit ? edit.put.id : ''}`, edit]));
  return { edits: [{ kind, put: renamed }, { kind, remove: id }, ...once.values()], left };
}

type Container = Record<string, unknown>;

/** Puts the new name in the place of the old one where a path leads to; `false` if it is not found there. */
function mend(root: object, path: Fault['path'], from: string, to: string): boolean {
  const last = path.at(-1);
  let holder: unknown = root;
  for (const step of path.slice(0, -1)) holder = (holder as Container | undefined)?.[step];
  if (typeof holder !== 'object' || holder === null || last === undefined) return false;
  const container = holder as Container;
  if (typeof last === 'string' && !Array.isArray(holder) && renameKey(container, last, from, to)) return true;
  const value = container[last];
  if (typeof value !== 'string') return false;
  const next = mendedText(value, path, from, to);
  container[last] = next;
  return next !== value;
}

/** A record that goes by names (`capacity`), and options with a media type in theirs (`email.auto-answer`). */
function renameKey(record: Container, key: string, from: string, to: string): boolean {
  const whole = key === from;
  const inside = key.includes('.') && key.split('.').includes(from) && typeof record[key] === 'string';
  if (!whole && !inside) return false;
  const next = whole
    ? to
    : key
        .split('.')
        .map((part) => (part === from ? to : part))
        .join('.');
  // Fields of an object are no names, whatever a person calls their things.
  if (whole && typeof record[key] === 'string') return false;
  for (const [name, value] of Object.entries(record)) {
    delete record[name];
    record[name === key ? next : name] = value;
  }
  return true;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const WORD = String.raw`[\p{L}\p{N}_.-]`;
/** What may stand in a skill expression without quotation marks. */
const BARE = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

const holds = (path: Fault['path'], ...names: readonly string[]): boolean =>
  path.some((step) => typeof step === 'string' && names.includes(step));

/** The name alone; besides, in front of a privilege, in an option's list, or in a skill expression. */
function mendedText(text: string, path: Fault['path'], from: string, to: string): string {
  if (text === from) return to;
  if (holds(path, 'privileges', 'denied'))
    return text.startsWith(`${from}.`) ? to + text.slice(from.length) : text;
  if (holds(path, SECTION))
    return text
      .split(',')
      .map((part) => (part.trim() === from ? to : part))
      .join(',');
  if (!holds(path.slice(-1), 'expression', 'skills')) return text;
  const bare = new RegExp(`(?<!"|${WORD})${escaped(from)}(?!"|${WORD})`, 'gu');
  return text.replaceAll(`"${from}"`, `"${to}"`).replace(bare, () => (BARE.test(to) ? to : `"${to}"`));
}
