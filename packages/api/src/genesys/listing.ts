/** What every list of this wire understands: `fields`, filters by attribute, and, added by Intray, `offset` and `limit`. */
import { type Query, success } from './route.ts';
import { STATUS, V2Refusal } from './status.ts';

interface Row {
  readonly uri: string;
}

const KNOWN = new Set([
  'fields',
  'subresources',
  'offset',
  'limit',
  'sort',
  'order',
  'agentGroup',
  'placeGroup',
  'workbinIds',
]);

const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Keeps the named fields; all of them for `*`. */
export function pick(row: Row, fields: string): Readonly<Record<string, unknown>> {
  if (words(fields).includes('*')) return { ...row };
  const wanted = words(fields);
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.includes(name)));
}

function wholeNumber(query: Query, name: string): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value))
    throw new V2Refusal(
      STATUS.invalid,
      `${name}: expected a whole number from 0 on, got "${text.slice(0, 60)}".`,
    );
  return value;
}

/** Whether the query names an attribute that rows must have. */
export const filters = (query: Query): boolean => Object.keys(query).some((name) => !KNOWN.has(name));

/** The rows that match the attributes named in the query: a key that is no attribute matches nothing. */
export function filtered<R extends Row>(rows: readonly R[], query: Query): readonly R[] {
  const filters = Object.entries(query).filter(([name]) => !KNOWN.has(name));
  return rows.filter((row) =>
    filters.every(([name, value]) => {
      const given: unknown = Object.hasOwn(row, name) ? row[name as keyof R] : undefined;
      return given !== null && typeof given !== 'object' && given !== undefined && String(given) === value;
    }),
  );
}

export interface Slice<R> {
  readonly rows: readonly R[];
  /** Only when the client asked for a slice: others get exactly the documented answer. */
  readonly counts: { readonly offset?: number; readonly limit?: number; readonly total?: number };
}

/** What `offset` and `limit` name; nothing without either. @throws V2Refusal 10 */
export function sliceOf(query: Query): { readonly offset: number; readonly limit?: number } | undefined {
  const offset = wholeNumber(query, 'offset');
  const limit = wholeNumber(query, 'limit');
  if (offset === undefined && limit === undefined) return undefined;
  return { offset: offset ?? 0, ...(limit === undefined ? {} : { limit }) };
}

/** The slice that the query names; everything without. */
export function sliced<R>(rows: readonly R[], query: Query): Slice<R> {
  const slice = sliceOf(query);
  if (slice === undefined) return { rows, counts: {} };
  const { offset, limit = rows.length } = slice;
  return { rows: rows.slice(offset, offset + limit), counts: { offset, limit, total: rows.length } };
}

/** The answer of a list: objects with `fields`, addresses without. */
export function listed(name: string, all: readonly Row[], query: Query) {
  const { rows, counts } = sliced(filtered(all, query), query);
  const { fields } = query;
  return success({
    ...(fields === undefined
      ? { uris: rows.map(({ uri }) => uri) }
      : { [name]: rows.map((row) => pick(row, fields)) }),
    ...counts,
  });
}

/** Whether `subresources` names something. */
export const asksFor = ({ subresources }: Query, ...names: readonly string[]): boolean => {
  const asked = words(subresources ?? '');
  return asked.includes('*') || names.some((name) => asked.includes(name));
};
