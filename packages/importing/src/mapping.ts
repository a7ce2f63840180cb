/** The mapping file: which column of a file becomes what of an interaction. Its shape, and what may be wrong with it. */

import { didYouMean } from '@intray/core';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { IMPORT_TEXTS } from './import-texts.ts';
import { ENCODINGS } from './lines.ts';

const Column = z.string().min(1);
const Scalar = z.union([z.string(), z.number(), z.boolean()]);

const Fixed = z.strictObject({ value: Scalar });
const FromColumn = z.strictObject({
  column: Column,
  /** From what stands in the column to what is meant. What is not listed is `default`, or stays as it is. */
  lookup: z.record(z.string(), Scalar).optional(),
  /** For an empty cell, or one that `lookup` does not list. */
  default: Scalar.optional(),
});
const Joined = z.strictObject({ columns: z.array(Column).min(1), join: z.string() });
const Value = z.union([Fixed, FromColumn, Joined]);

const Moment = z.strictObject({
  column: Column,
  /** `ISO`, or the letters of Luxon: yyyy-MM-dd HH:mm:ss. */
  format: z.string().min(1),
  /** Of times that carry no zone of their own. */
  zone: z.string().refine(IANAZone.isValidZone, IMPORT_TEXTS.zone),
});

/** Under the key `*`: every column that is not named elsewhere in `userData`, under its own name. */
const Rest = z.strictObject({ except: z.array(Column).default([]) });

const UserData = z.union([
  z.literal('*'),
  z.array(Column),
  z.object({ '*': Rest.optional() }).catchall(z.union([Column, Value])),
]);

export const Mapping = z.strictObject({
  /** Left out: by the file's ending. */
  format: z.enum(['csv', 'jsonl']).optional(),
  delimiter: z.string().length(1).default(','),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  /** What makes a row one and the same when it is imported again; so it cannot be left out. */
  externalId: Value,
  mediaType: Value,
  queue: Value,
  priority: Value.optional(),
  dueAt: Moment.optional(),
  receivedAt: Moment.optional(),
  contact: Value.optional(),
  userData: UserData,
});

export type Mapping = z.infer<typeof Mapping>;
export type Value = z.infer<typeof Value>;
export type Moment = z.infer<typeof Moment>;

/** The mapping cannot be used. The message lists every problem. */
export class BadMapping extends Error {
  override readonly name = 'BadMapping';
}

/** The keys a mapping may have, by where they may stand, for suggestions. */
const KEYS = [
  ...Object.keys(Mapping.shape),
  ...[Fixed, FromColumn, Joined, Moment, Rest].flatMap((part) => Object.keys(part.shape)),
];

/**
 * Checks what a mapping file says, or what was chosen on a page.
 * @throws BadMapping
 */
export function readMapping(value: unknown): Mapping {
  const parsed = Mapping.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BadMapping([IMPORT_TEXTS.mappingUnusable, ...explain(parsed.error.issues)].join('\n  '));
}

/** Every issue in words. Of the alternatives of a union, the one that came closest speaks. */
function explain(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union') return explain(closest(issue.errors, issue), path);
    const where = path.length === 0 ? 'at the top' : path.join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `${where}: there is no "${key}" here.${didYouMean(key, KEYS)}`);
    return [`${where}: ${issue.message}`];
  });
}

function closest(
  alternatives: readonly z.core.$ZodIssue[][],
  union: z.core.$ZodIssue,
): readonly z.core.$ZodIssue[] {
  const wrongShape = (issues: readonly z.core.$ZodIssue[]) =>
    issues.filter((issue) => issue.code === 'invalid_type' || issue.code === 'invalid_value').length;
  const ranked = alternatives.filter((issues) => issues.length > 0);
  ranked.sort((one, other) => wrongShape(one) - wrongShape(other) || one.length - other.length);
  return ranked[0] ?? [{ ...union, code: 'custom', path: [] } as z.core.$ZodIssue];
}

/** Every column that a mapping names, with where it names it. */
export function namedColumns(
  mapping: Mapping,
): readonly { readonly where: string; readonly column: string }[] {
  const { externalId, mediaType, queue, priority, dueAt, receivedAt, contact, userData } = mapping;
  const fields = { externalId, mediaType, queue, priority, dueAt, receivedAt, contact };
  const named = Object.entries(fields).flatMap(([where, value]) =>
    value === undefined ? [] : columnsOf(value).map((column) => ({ where, column })),
  );
  return [...named, ...attachedColumns(userData)];
}

function attachedColumns(userData: Mapping['userData']) {
  if (userData === '*') return [];
  if (Array.isArray(userData)) return userData.map((column) => ({ where: 'userData', column }));
  const { '*': rest, ...keys } = userData;
  return [
    ...(rest?.except ?? []).map((column) => ({ where: 'userData.*.except', column })),
    ...Object.entries(keys).flatMap(([key, value]) =>
      columnsOf(value).map((column) => ({ where: `userData.${key}`, column })),
    ),
  ];
}

/** The columns that a value is made of. */
export function columnsOf(value: Value | Moment | string): readonly string[] {
  if (typeof value === 'string') return [value];
  if ('columns' in value) return value.columns;
  return 'column' in value ? [value.column] : [];
}
