import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueInWords } from './issue-in-words.ts';

const said = (schema: z.ZodType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(issueInWords) ?? [];

describe('what is wrong with a form is said in words for whoever filled it in', () => {
  it.each([
    [z.number(), 'soon', 'expected a number'],
    [z.int(), 1.5, 'expected a whole number'],
    [z.boolean(), 'x', 'expected yes or no'],
    [z.object({ name: z.string() }), {}, 'expected a text, and nothing is there'],
    [z.string().min(1), '', 'must not be empty'],
    [z.array(z.string()).min(1), [], 'must not be empty'],
    [z.string().max(3), 'much too long', 'expected at most 3 characters'],
    [z.number().min(5), 4, 'expected at least 5'],
    [z.string().refine(() => false, 'is no skill expression'), 'x', 'is no skill expression'],
  ] as const)('%# %s', (schema, value, words) => {
    expect(said(schema, value)).toEqual([words]);
  });
});
