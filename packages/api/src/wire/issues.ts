/** Puts a failed validation into words: where, what was expected, what came. The same words on every wire. */
import type { z } from 'zod';

export interface Issue {
  /** `channels.0.mediaType`; `(whole)` when it is about the whole input. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

type ZodIssue = z.core.$ZodIssue;

const LONGEST_SHOWN = 60;
/** Never repeated back, not even a wrong one. */
const SECRET = /password|secret|token/i;

function expected(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : `a value of type ${issue.expected}`;
    case 'too_small':
      return issue.origin === 'number'
        ? `at least ${issue.minimum}`
        : `a length of at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'number' ? `at most ${issue.maximum}` : `a length of at most ${issue.maximum}`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'unrecognized_keys':
      return `no such key as ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? 'one of the forms it may have'
        : `a known ${issue.discriminator}`;
    default:
      return issue.message;
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function received(value: unknown, path: string): string {
  if (value === undefined) return 'nothing';
  if (SECRET.test(path)) return 'something else';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** One issue in words, with what the input held there. */
export function describeIssue(issue: ZodIssue, input: unknown): Issue {
  const path = issue.path.map(String).join('.') || '(whole)';
  const came =
    issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : received(valueAt(input, issue.path), path);
  return { path, expected: expected(issue), received: came };
}

/** Every issue of a failed parse. */
export const issuesOf = (error: z.ZodError, input: unknown): readonly Issue[] =>
  error.issues.map((issue) => describeIssue(issue, input));

/** One sentence for people, of at most three issues. */
export function describeIssues(issues: readonly Issue[]): string {
  const shown = issues
    .slice(0, 3)
    .map((issue) => `${issue.path}: expected ${issue.expected}, got ${issue.received}`);
  const more = issues.length > shown.length ? ` (and ${issues.length - shown.length} more)` : '';
  return `The request is not understood. ${shown.join('; ')}${more}. Correct it and send it again.`;
}
