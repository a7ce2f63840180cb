/** What a rule does to a piece of work. */

import { z } from 'zod';
import { FAULT_TEXTS, faultText } from '../config/fault-texts.ts';
import { issueInWords } from '../config/issue-in-words.ts';
import { Name, text, UserDataKey } from '../values.ts';
import { anyWanted } from './conditions.ts';
import type { Draft } from './draft.ts';
import { dueInCalendar } from './due-in-calendar.ts';
import { Duration, milliseconds, WorkingDuration } from './duration.ts';
import type { Phase } from './task.ts';
import { BusinessValue } from './task-fields.ts';

const Priority = z.number().int().min(-1_000_000).max(1_000_000);
const Step = z.number().int().min(1).max(1_000_000);
const Ahead = Duration.regex(/^[^-]/, FAULT_TEXTS.ahead);
const Tiers = z.array(Duration).min(1).max(100);
/** Of a simple type, so that a cell of a table can hold it. */
const Attached = z.union([text(10_000), z.number(), z.boolean()]);

/** What each action is given. */
const GIVEN = {
  setDepartment: Name,
  /** And with it its department and, unless a rule sets another, its queue. */
  setProcess: Name,
  setQueue: Name,
  setPriority: Priority,
  increasePriority: Step,
  decreasePriority: Step,
  setBusinessValue: BusinessValue,
  increaseBusinessValue: Step,
  decreaseBusinessValue: Step,
  /** So long after it was received. */
  dueAfter: Duration,
  /** So long after now. */
  dueIn: Duration,
  /** The same in the open hours of a business calendar. */
  dueAfterWorking: WorkingDuration,
  dueInWorking: WorkingDuration,
  /** At the moment that this attached key holds, in ISO 8601 with an offset or in milliseconds since 1970. */
  dueFrom: UserDataKey,
  /** So long after now. */
  expireAfter: Ahead,
  activateAfter: Ahead,
  reprioritiseAfter: Ahead,
  /** Whenever so much is left until it is due; `0s`: when it becomes due, `-1h`: an hour later. */
  reprioritiseTiers: Tiers,
  /** Puts a value into the attached data. */
  attach: Attached,
} as const;

export const ACTIONS = Object.keys(GIVEN) as readonly (keyof typeof GIVEN)[];
export type ActionName = keyof typeof GIVEN;
export type Given = string | number | boolean | readonly string[];

/** Which action, without what it is given: the head of a column in a decision table. */
export interface Deed {
  readonly action: ActionName;
  /** Of the attached data, where something is attached. */
  readonly key?: string | undefined;
}

export const deedShape = {
  action: z.enum(ACTIONS as readonly [ActionName, ...ActionName[]]),
  key: UserDataKey.optional(),
};

/** It is given a length and a business calendar: `8h Office`. */
export const inWorkingTime = (action: ActionName): boolean =>
  action === 'dueAfterWorking' || action === 'dueInWorking';

/** The schema of what the action is given. */
export const givenTo = ({ action }: Deed): z.ZodType<Given> => GIVEN[action];

/** Sorting comes before ranking: what sorts cannot be done while ranking, and how to rank anew not while sorting. */
const ONLY_IN: Partial<Record<ActionName, Phase>> = {
  setDepartment: 'classification',
  setProcess: 'classification',
  activateAfter: 'classification',
  reprioritiseAfter: 'prioritisation',
  reprioritiseTiers: 'prioritisation',
};

/** What is wrong with an action where it stands, in words; `undefined` if nothing is. */
export function deedFault({ action, key }: Deed, phase: Phase): string | undefined {
  if ((action === 'attach') !== (key !== undefined))
    return action === 'attach' ? FAULT_TEXTS.attaches_no_key : faultText('no_key', { name: action });
  const only = ONLY_IN[action];
  return only === undefined || only === phase
    ? undefined
    : faultText('other_phase', { action, phase: only, other: phase });
}

export const Action = z
  .object({ ...deedShape, value: anyWanted })
  .strict()
  .superRefine(({ value, ...deed }, context) => {
    for (const issue of givenTo(deed).safeParse(value).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issueInWords(issue) });
  });
export type Action = Deed & { readonly value: Given };

const MOST = 1_000_000;
const bounded = (value: number, most = MOST): number => Math.max(-most, Math.min(most, value));
const MOST_VALUE = 1_000_000_000;

/** Milliseconds as a number or as text, or ISO 8601 with an offset. */
function momentIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  return z.iso.datetime({ offset: true }).safeParse(value).success ? Date.parse(value) : undefined;
}

/** Does it to the draft; answers in words why it cannot be done. */
export function perform(draft: Draft, { action, key = '', value }: Action): string | undefined {
  const figure = Number(value);
  const length = () => milliseconds(String(value));
  switch (action) {
    case 'setDepartment':
      draft.sortInto({ department: String(value) });
      return undefined;
    case 'setProcess':
      draft.sortInto({ process: String(value) });
      return undefined;
    case 'setQueue':
      draft.target = String(value);
      return undefined;
    case 'setPriority':
      draft.priority = figure;
      return undefined;
    case 'increasePriority':
      draft.priority = bounded(draft.priority + figure);
      return undefined;
    case 'decreasePriority':
      draft.priority = bounded(draft.priority - figure);
      return undefined;
    case 'setBusinessValue':
      draft.businessValue = figure;
      return undefined;
    case 'increaseBusinessValue':
      draft.businessValue = bounded((draft.businessValue ?? 0) + figure, MOST_VALUE);
      return undefined;
    case 'decreaseBusinessValue':
      draft.businessValue = bounded((draft.businessValue ?? 0) - figure, MOST_VALUE);
      return undefined;
    case 'dueAfter':
      draft.dueAt = Math.max(0, draft.receivedAt + length());
      return undefined;
    case 'dueIn':
      draft.dueAt = Math.max(0, draft.now + length());
      return undefined;
    case 'dueAfterWorking':
      return dueInCalendar(draft, draft.receivedAt, String(value));
    case 'dueInWorking':
      return dueInCalendar(draft, draft.now, String(value));
    case 'dueFrom': {
      const attached = draft.attached(String(value));
      // Nothing attached: the source knows no date, and that is no mistake.
      if (attached === undefined || attached === null || attached === '') return undefined;
      const at = momentIn(attached);
      if (at === undefined)
        return faultText('no_moment', {
          key: String(value),
          value: JSON.stringify(attached).slice(0, 60),
        });
      draft.dueAt = at;
      return undefined;
    }
    case 'expireAfter':
      draft.expireAt = draft.now + length();
      return undefined;
    case 'activateAfter':
      draft.activateAt = draft.now + length();
      return undefined;
    case 'reprioritiseAfter':
      draft.again = Math.min(draft.again, draft.now + length());
      return undefined;
    case 'reprioritiseTiers':
      draft.tiers = [...draft.tiers, ...(value as readonly string[]).map(milliseconds)];
      return undefined;
    case 'attach':
      draft.attach(key, value as string | number | boolean);
      return undefined;
  }
}
