/** What a rule asks of a piece of work. */

import { z } from 'zod';
import { FAULT_TEXTS, faultText } from '../config/fault-texts.ts';
import { issueInWords } from '../config/issue-in-words.ts';
import { type Instant, text, type UserData, UserDataKey } from '../values.ts';
import { Duration, milliseconds } from './duration.ts';

const TEXTS = [
  'mediaType',
  'channel',
  'customerSegment',
  'department',
  'process',
  'capturePoint',
  'queue',
  'externalId',
] as const;
const NUMBERS = ['priority', 'businessValue'] as const;
const TIMES = ['dueIn', 'age'] as const;

/** `data` asks for an attached value, `dueIn` for the time that is left, `age` for the time since it was received. */
export const FIELDS = [...TEXTS, 'data', ...NUMBERS, ...TIMES] as const;
type Field = (typeof FIELDS)[number];

/** Numbers from and to are included, times are not: due in `from: 10m` means in more than ten minutes. */
export const OPERATORS = ['is', 'isNot', 'present', 'from', 'to'] as const;
type Operator = (typeof OPERATORS)[number];

/** What is asked, without what is wanted: the head of a column in a decision table. */
export interface Question {
  readonly field: Field;
  /** Of the attached data. */
  readonly key?: string | undefined;
  readonly op: Operator;
}

const Texts = z.array(text(1_000)).min(1).max(1_000);
export type Wanted = string | number | boolean | readonly string[];

export const questionShape = { field: z.enum(FIELDS), key: UserDataKey.optional(), op: z.enum(OPERATORS) };

const among = (list: readonly string[], field: string): boolean => list.includes(field);
const isTime = (field: Field): boolean => among(TIMES, field);

/** What is wrong with a question, in words; `undefined` if nothing is. */
export function questionFault({ field, key, op }: Question): string | undefined {
  if ((field === 'data') !== (key !== undefined))
    return field === 'data' ? FAULT_TEXTS.asks_no_key : faultText('no_key', { name: field });
  if ((op === 'from' || op === 'to') && among(TEXTS, field)) return faultText('text_field', { field, op });
  if ((op === 'is' || op === 'isNot') && (isTime(field) || among(NUMBERS, field)))
    return faultText('compared_field', { field });
  return undefined;
}

/** The schema of what may be wanted where this is asked. */
export function wantedBy({ field, op }: Question): z.ZodType<Wanted> {
  if (op === 'is' || op === 'isNot') return Texts;
  if (op === 'present') return z.boolean();
  return isTime(field) ? Duration : z.number();
}

/** Of any kind that some question wants; which one it must be is said with the question. */
export const anyWanted = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const Condition = z
  .object({ ...questionShape, value: anyWanted })
  .strict()
  .superRefine(({ value, ...question }, context) => {
    const fault = questionFault(question);
    if (fault !== undefined) return context.addIssue({ code: 'custom', message: fault });
    for (const issue of wantedBy(question).safeParse(value).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issueInWords(issue) });
  });
export type Condition = Question & { readonly value: Wanted };

/** What conditions look at. */
export interface Facts {
  readonly mediaType: string;
  readonly externalId?: string | undefined;
  readonly channel?: string | undefined;
  readonly customerSegment?: string | undefined;
  readonly department?: string | undefined;
  readonly process?: string | undefined;
  readonly capturePoint: string;
  readonly queue: string;
  readonly priority: number;
  readonly businessValue?: number | undefined;
  readonly dueAt?: Instant | undefined;
  readonly receivedAt: Instant;
  readonly userData: UserData;
  readonly now: Instant;
}

/** A fact as a rule looks at it: attached numbers and truth values are compared with texts as they are written. */
function factOf(facts: Facts, { field, key = '' }: Question): string | number | undefined {
  switch (field) {
    case 'dueIn':
      return facts.dueAt === undefined ? undefined : facts.dueAt - facts.now;
    case 'age':
      return facts.now - facts.receivedAt;
    case 'data': {
      const value = Object.hasOwn(facts.userData, key) ? facts.userData[key] : undefined;
      if (value === undefined || value === null) return undefined;
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
    default:
      return facts[field];
  }
}

const FIGURE = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Whether it is so, or in words why that cannot be said. What is not there is never in any bounds. */
export function meets(facts: Facts, condition: Condition): boolean | string {
  const { op, value, field } = condition;
  const fact = factOf(facts, condition);
  switch (op) {
    case 'present':
      return (fact !== undefined) === value;
    case 'is':
      return fact !== undefined && (value as readonly string[]).includes(String(fact));
    case 'isNot':
      return fact === undefined || !(value as readonly string[]).includes(String(fact));
    case 'from':
    case 'to': {
      if (fact === undefined) return false;
      if (typeof fact === 'string' && !FIGURE.test(fact.trim()))
        return `the attached value of "${condition.key}" is ${JSON.stringify(fact.slice(0, 60))}, where a number was expected`;
      if (!isTime(field))
        return op === 'from' ? Number(fact) >= Number(value) : Number(fact) <= Number(value);
      const bound = milliseconds(String(value));
      return op === 'from' ? Number(fact) > bound : Number(fact) < bound;
    }
  }
}

/** Texts that name configured objects, for checking that they exist. */
export type NamedKind = 'media type' | 'department' | 'process' | 'capture point' | 'queue';
export const NAMES_OF: Readonly<Partial<Record<Field, NamedKind>>> = {
  mediaType: 'media type',
  department: 'department',
  process: 'process',
  capturePoint: 'capture point',
  queue: 'queue',
};
