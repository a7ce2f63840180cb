/** What is different between two configurations: object by object, and in each field by field. */
import type { Json } from '../values.ts';
import {
  CONFIGURATION_KINDS,
  type ConfigurationKind,
  kindsOfConfiguration,
  objectsOf,
  type SingleConfiguration,
} from './kinds.ts';
import type { ContactCentreConfig } from './objects.ts';

export interface FieldDifference {
  readonly field: string;
  /** Absent: it was not there. */
  readonly before?: Json;
  /** Absent: it is not there any more. */
  readonly after?: Json;
}

export interface ObjectDifference {
  readonly kind: ConfigurationKind | SingleConfiguration;
  /** `reordered`: the objects of the kind are the same and stand in another order. */
  readonly change: 'added' | 'removed' | 'changed' | 'reordered';
  /** Of the object; absent for settings and options, and for another order. */
  readonly id?: string;
  readonly fields: readonly FieldDifference[];
}

/** Empty when both say the same. */
export function configurationDifferences(
  before: ContactCentreConfig,
  after: ContactCentreConfig,
): readonly ObjectDifference[] {
  return [
    ...kindsOfConfiguration.flatMap((kind) => ofKind(kind, before, after)),
    ...(['settings', 'options'] as const).flatMap((kind): ObjectDifference[] => {
      const fields = fieldsOf(before[kind] ?? {}, after[kind] ?? {});
      return fields.length > 0 ? [{ kind, change: 'changed', fields }] : [];
    }),
  ];
}

/** A difference as a line for people: `agent "ana" changed: name "Ana" → "Anna"`. */
export function describeDifference({ kind, change, id, fields }: ObjectDifference): string {
  const what = kind === 'settings' || kind === 'options' ? kind : CONFIGURATION_KINDS[kind];
  if (change === 'reordered') return `${what}s stand in another order`;
  const named = id === undefined ? what : `${what} "${id}"`;
  if (change !== 'changed') return `${named} ${change}`;
  const shown = (value: Json | undefined) =>
    value === undefined ? 'nothing' : shorten(JSON.stringify(value));
  return `${named} changed: ${fields
    .map(({ field, before, after }) => `${field} ${shown(before)} → ${shown(after)}`)
    .join(', ')}`;
}

const LONGEST_SHOWN = 80;
const shorten = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

function ofKind(
  kind: ConfigurationKind,
  before: ContactCentreConfig,
  after: ContactCentreConfig,
): readonly ObjectDifference[] {
  const [old, present] = [objectsOf(before, kind), objectsOf(after, kind)];
  const [was, is] = [new Map(old.map((one) => [one.id, one])), new Map(present.map((one) => [one.id, one]))];
  const removed = old.filter(({ id }) => !is.has(id));
  const found = present.flatMap((object): ObjectDifference[] => {
    const { id } = object;
    const former = was.get(id);
    const fields = fieldsOf(former ?? {}, object);
    if (former !== undefined && fields.length === 0) return [];
    return [{ kind, change: former === undefined ? 'added' : 'changed', id, fields }];
  });
  const kept = (all: readonly { readonly id: string }[], other: ReadonlyMap<string, unknown>) =>
    all.flatMap(({ id }) => (other.has(id) ? [id] : []));
  const moved = !same(kept(old, is), kept(present, was));
  return [
    ...removed.map(
      (object): ObjectDifference => ({
        kind,
        change: 'removed',
        id: object.id,
        fields: fieldsOf(object, {}),
      }),
    ),
    ...found,
    ...(moved ? [{ kind, change: 'reordered' as const, fields: [] }] : []),
  ];
}

function fieldsOf(before: object, after: object): readonly FieldDifference[] {
  const [was, is] = [before as Record<string, Json | undefined>, after as Record<string, Json | undefined>];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => field !== 'id' && !same(was[field], is[field]))
    .map((field): FieldDifference => {
      const [old, present] = [was[field], is[field]];
      return {
        field,
        ...(old === undefined ? {} : { before: old }),
        ...(present === undefined ? {} : { after: present }),
      };
    });
}

/** The same JSON, whatever the order of its keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [filled(a), filled(b)];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}

const filled = (object: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(object).filter(([, value]) => value !== undefined));
