/**
 * A draft of edits, taken over to a version that somebody made meanwhile. What only one of the two changed is as they
 * left it; where both changed the same thing in different ways, somebody must say which way holds.
 */
import type { Json } from '../values.ts';
import { same } from './differences.ts';
import { type ConfigurationKind, objectsOf } from './kinds.ts';
import type { ContactCentreConfig } from './objects.ts';
import type { Edit } from './versions.ts';

/** One thing that both changed. */
export interface Collision {
  readonly kind: Edit['kind'];
  /** Of the object; absent for settings and options. */
  readonly id?: string;
  /** The field, from the outermost to the innermost; empty where the object as a whole was removed by one of the two. */
  readonly path: readonly string[];
  /** As the draft has it; absent: not there. */
  readonly mine?: Json;
  /** As the newer version has it; absent: not there. */
  readonly theirs?: Json;
}

export type Side = 'mine' | 'theirs';

export interface TakenOver {
  /** The draft as edits of the newer version. */
  readonly edits: readonly Edit[];
  readonly collisions: readonly Collision[];
}

type Value = Json | undefined;
type Plain = Readonly<Record<string, Value>>;

const isPlain = (value: Value): value is Plain & Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param before what the draft was made on
 * @param now the newer version
 * @param settle which side holds in a collision
 */
export function takenOver(
  before: ContactCentreConfig,
  now: ContactCentreConfig,
  edits: readonly Edit[],
  settle: (collision: Collision) => Side,
): TakenOver {
  const collisions: Collision[] = [];
  const decided = (collision: Collision): Value => {
    collisions.push(collision);
    return settle(collision) === 'mine' ? collision.mine : collision.theirs;
  };

  function merged(was: Value, mine: Value, theirs: Value, where: Omit<Collision, 'mine' | 'theirs'>): Value {
    if (same(was, theirs) || same(mine, theirs)) return mine;
    if (same(was, mine)) return theirs;
    if (isPlain(mine) && isPlain(theirs) && (was === undefined || isPlain(was))) {
      const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
      const entries = [...names].flatMap((name) => {
        const value = merged(was?.[name], mine[name], theirs[name], {
          ...where,
          path: [...where.path, name],
        });
        return value === undefined ? [] : [[name, value] as const];
      });
      return Object.fromEntries(entries) as Json;
    }
    return decided({
      ...where,
      ...(mine === undefined ? {} : { mine }),
      ...(theirs === undefined ? {} : { theirs }),
    });
  }

  const next = edits.flatMap((edit): Edit[] => {
    const { kind } = edit;
    if (kind === 'settings' || kind === 'options') {
      const theirs = now[kind] as Value;
      const put = merged(before[kind] as Value, edit.put as Value, theirs, { kind, path: [] });
      return same(put, theirs) ? [] : [{ kind, put: (put ?? {}) as Record<string, unknown> }];
    }
    const id = String('remove' in edit ? edit.remove : edit.put.id);
    const theirs = objectIn(now, kind, id);
    const mine = 'remove' in edit ? undefined : (edit.put as Value);
    const put = merged(objectIn(before, kind, id), mine, theirs, { kind, id, path: [] });
    if (same(put, theirs)) return [];
    return put === undefined ? [{ kind, remove: id }] : [{ kind, put: put as { id: string } }];
  });
  return { edits: next, collisions };
}

const objectIn = (config: ContactCentreConfig, kind: ConfigurationKind, id: string): Value =>
  objectsOf(config, kind).find((object) => object.id === id) as Value;
