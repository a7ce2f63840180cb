/** What a schema finds wrong, in words for whoever filled a form in: the library's own are written for programmers. */
import type { z } from 'zod';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};

/** What a length is counted in; nothing where it is no length. */
const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries', set: ' entries' };

/** @returns half a sentence, such as `expected a number` */
export function issueInWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = `expected ${EXPECTED[issue.expected] ?? `a value of type ${issue.expected}`}`;
      return issue.message.endsWith('received undefined') ? `${expected}, and nothing is there` : expected;
    }
    case 'too_small':
      return issue.minimum === 1 && UNITS[issue.origin] !== undefined
        ? 'must not be empty'
        : `expected at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
    case 'too_big':
      return `expected at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    default:
      return issue.message;
  }
}
