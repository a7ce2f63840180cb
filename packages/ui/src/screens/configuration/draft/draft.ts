/** A draft of a change: edits of one version, at most one for each object, kept until they are saved or discarded. */
import {
  type ConfigurationKind,
  type ConfiguredObject,
  type ContactCentreConfig,
  type Edit,
  objectsOf,
} from '@intray/core';

export interface Draft {
  /** The version that it changes. */
  readonly base: number;
  readonly edits: readonly Edit[];
  readonly note: string;
}

/** Who an edit is about: a kind and an id, or settings or options. */
export const subjectOf = (edit: Edit): string =>
  edit.kind === 'settings' || edit.kind === 'options'
    ? edit.kind
    : `${edit.kind}/${String('remove' in edit ? edit.remove : edit.put.id)}`;

export type Standing = 'added' | 'changed' | 'removed';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const objectIn = (
  config: ContactCentreConfig,
  kind: ConfigurationKind,
  id: string,
): ConfiguredObject | undefined => objectsOf(config, kind).find((object) => object.id === id);

/** Says what it says already. */
function isIdle(edit: Edit, base: ContactCentreConfig): boolean {
  if (edit.kind === 'settings' || edit.kind === 'options') return isSame(edit.put, base[edit.kind] ?? {});
  const id = String('remove' in edit ? edit.remove : edit.put.id);
  const was = objectIn(base, edit.kind, id);
  return 'remove' in edit ? was === undefined : isSame(edit.put, was);
}

/** With further edits, each in the place of an earlier one about the same thing. */
export function withEdits(
  edits: readonly Edit[],
  further: readonly Edit[],
  base: ContactCentreConfig,
): readonly Edit[] {
  const bySubject = new Map(edits.map((edit) => [subjectOf(edit), edit]));
  for (const edit of further)
    if (isIdle(edit, base)) bySubject.delete(subjectOf(edit));
    else bySubject.set(subjectOf(edit), edit);
  return [...bySubject.values()];
}

/** What the draft does to each object of a kind. */
export function standings(
  edits: readonly Edit[],
  kind: ConfigurationKind,
  base: ContactCentreConfig,
): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  const before = new Set(objectsOf(base, kind).map(({ id }) => id));
  for (const edit of edits) {
    if (edit.kind !== kind) continue;
    if ('remove' in edit) found.set(edit.remove as string, 'removed');
    else {
      const id = String(edit.put.id);
      found.set(id, before.has(id) ? 'changed' : 'added');
    }
  }
  return found;
}

/** An object or a list with one field set, or left out for `undefined`. */
export function withField(object: ConfiguredObject, field: string, value: unknown): ConfiguredObject {
  // Set in its place, so that what was changed and changed back is the same again.
  if (value !== undefined) return { ...object, [field]: value };
  const { [field]: _, ...rest } = object;
  return rest as ConfiguredObject;
}

/** Reads what was kept; nothing for what is no draft. */
export function readDraft(text: string): Draft | undefined {
  if (text === '') return undefined;
  const found = JSON.parse(text) as Partial<Draft>;
  return typeof found.base === 'number' && Array.isArray(found.edits)
    ? { base: found.base, edits: found.edits, note: String(found.note ?? '') }
    : undefined;
}
