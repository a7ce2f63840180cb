/** Lists of values that people and programs choose from: service types, customer segments, fields of case data. */
import { z } from 'zod';
import { Name, text } from '../values.ts';
import { Annex } from './annex.ts';

export const AttributeValue = z
  .object({
    id: Name,
    name: Name,
    description: text(4_000).optional(),
    /** The value this one stands below, of the same attribute. */
    parent: Name.optional(),
    /** The one that is meant when nothing was chosen; at most one in an attribute. */
    default: z.boolean().optional(),
    annex: Annex.optional(),
  })
  .strict();

export const BusinessAttribute = z
  .object({
    id: Name,
    name: Name,
    description: text(4_000).optional(),
    values: z.array(AttributeValue).max(10_000),
    /** Keys that take their value from it take no other. Open unless it says so. */
    closed: z.boolean().optional(),
    annex: Annex.optional(),
  })
  .strict();

export interface CaseField {
  /** The attached key. */
  readonly key: string;
  readonly name: string;
  /** The business attribute among whose values its own is chosen; anything can be typed where there is none. */
  readonly list?: string;
}

/** A value that a key may take, and what it is called. */
export interface ListedValue {
  readonly id: string;
  readonly name: string;
}

/** How the annex of a key says that its value is one of a list, as Genesys Workspace writes it. */
const ENUM = { section: 'interaction-workspace', kind: 'display-type', attribute: 'enum.business-attribute' };

function listOf(annex: Annex | undefined): string | undefined {
  const section = annex?.[ENUM.section];
  const attribute = section?.[ENUM.attribute];
  return section?.[ENUM.kind] === 'enum' && typeof attribute === 'string' ? attribute : undefined;
}

/** The keys that stand first, separated by commas, as Genesys Workspace writes them. */
const ORDER = { section: 'interaction-workspace', option: 'interaction.case-data.order' };

/** Its values as attached keys with their names: in the order that its annex gives, the others after them. */
export function fieldsOf({ values, annex }: BusinessAttribute): readonly CaseField[] {
  const first = String(annex?.[ORDER.section]?.[ORDER.option] ?? '')
    .split(',')
    .map((key) => key.trim());
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  return values
    .map(({ id, name, annex: own }): CaseField => {
      const list = listOf(own);
      return { key: id, name, ...(list === undefined ? {} : { list }) };
    })
    .toSorted((a, b) => rank(a.key) - rank(b.key));
}

export type BusinessAttribute = Readonly<z.infer<typeof BusinessAttribute>>;

/** Lists of values that keys refer to, by attribute. What is referred to and not there is left out. */
export function listsIn(
  attributes: readonly BusinessAttribute[],
): Readonly<Record<string, readonly ListedValue[]>> {
  const meant = new Set(attributes.flatMap((one) => fieldsOf(one).flatMap(({ list }) => list ?? [])));
  return Object.fromEntries(
    attributes
      .filter(({ id }) => meant.has(id))
      .map(({ id, values }) => [
        id,
        values.map((value): ListedValue => ({ id: value.id, name: value.name })),
      ]),
  );
}

/**
 * Keys that take their value from a closed list, with the values there are for each. A key that several attributes give
 * a closed list may have a value of any of these.
 */
export function closedListsIn(
  attributes: readonly BusinessAttribute[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const closed = new Map(attributes.filter((one) => one.closed === true).map((one) => [one.id, one.values]));
  const keys = new Map<string, Set<string>>();
  if (closed.size === 0) return keys;
  for (const { key, list = '' } of attributes.flatMap(fieldsOf)) {
    const values = closed.get(list);
    if (values === undefined) continue;
    const listed = keys.get(key) ?? new Set();
    for (const { id } of values) listed.add(id);
    keys.set(key, listed);
  }
  return keys;
}
