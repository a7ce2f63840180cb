/** What a schema finds wrong, in words for whoever filled a form in: the library's own are written for programmers. */
import type { z } from 'zod';
import { FAULT_TEXTS, faultText } from './fault-texts.ts';

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
const UNITS: Readonly<Record<string, '_characters' | '_entries'>> = {
  string: '_characters',
  array: '_entries',
  set: '_entries',
};

/** @returns half a sentence, such as `expected a number` */
export function issueInWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const form = EXPECTED[issue.expected] ?? `a value of type ${issue.expected}`;
      return faultText(issue.message.endsWith('received undefined') ? 'not_there' : 'form', { form });
    }
    case 'too_small':
      return issue.minimum === 1 && UNITS[issue.origin] !== undefined
        ? FAULT_TEXTS.empty
        : faultText(`least${UNITS[issue.origin] ?? ''}`, { n: Number(issue.minimum) });
    case 'too_big':
      return faultText(`most${UNITS[issue.origin] ?? ''}`, { n: Number(issue.maximum) });
    default:
      return issue.message;
  }
}
