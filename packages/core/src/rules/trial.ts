/** What the rules would do to an example, rule by rule, without anything happening. */
import { z } from 'zod';
import { type Instant, Name, type UserData, UserDataInput } from '../values.ts';
import { applyRules, type RulesOutcome } from './apply.ts';
import type { Draft, Sortable } from './draft.ts';
import { type Configured, placeRules } from './placed-rules.ts';
import type { Phase, Task } from './task.ts';
import { TaskFields } from './task-fields.ts';

const At = z.number().int().min(0).max(8_640_000_000_000_000);

/** A piece of work as it would come in. */
export const ExampleTask = z
  .object({
    capturePoint: Name,
    mediaType: Name,
    queue: Name,
    externalId: Name.optional(),
    priority: z.number().int().min(-1_000_000).max(1_000_000).default(0),
    dueAt: At.optional(),
    receivedAt: At.optional(),
    userData: UserDataInput.default({}),
    task: TaskFields.omit({ activateAt: true, expireAt: true }).default({}),
  })
  .strict();
export type ExampleTask = Readonly<z.infer<typeof ExampleTask>>;

/** What a rule looks at and changes, as it stands at one moment. */
export interface TaskStand {
  readonly department?: string | undefined;
  readonly process?: string | undefined;
  /** The queue a rule has named; that of the process, or where it came in, until then. */
  readonly queue?: string | undefined;
  readonly priority: number;
  readonly businessValue?: number | undefined;
  readonly dueAt?: Instant | undefined;
  readonly activateAt?: Instant | undefined;
  readonly expireAt?: Instant | undefined;
  readonly attached: UserData;
}

export interface RuleTrial {
  readonly rule: string;
  readonly phase: Phase;
  /** It did something; its conditions did not hold; it failed. */
  readonly outcome: 'did' | 'passed' | 'failed';
  /** Why it failed. */
  readonly reason?: string;
  readonly before: TaskStand;
  readonly after: TaskStand;
}

export interface RulesTrial {
  /** The rules that were looked at, in that order. */
  readonly rules: readonly RuleTrial[];
  /** Rules that were not: for other work, switched off, after one that ends its level, or after a failure. */
  readonly passedOver: readonly string[];
  readonly outcome: RulesOutcome;
}

/** @param config rules that hold together: see `configurationFaults` */
export function tryRules(config: Configured, example: ExampleTask, now: Instant): RulesTrial {
  const placed = placeRules(config);
  const { capturePoint, task: fields, receivedAt = now, dueAt, ...work } = example;
  const interaction = { ...work, receivedAt, ...(dueAt === undefined ? {} : { dueAt }) };
  const task = { capturePoint, ...fields } as Task;
  const process = placed.processes.get(fields.process ?? '');
  let stand: TaskStand = {
    department: process?.department ?? fields.department,
    process: fields.process,
    priority: work.priority,
    businessValue: fields.businessValue,
    dueAt,
    attached: work.userData,
  };
  const rules: RuleTrial[] = [];
  const outcome = applyRules(interaction as Sortable, task, now, placed, (phase, rule, result, draft) => {
    const after = standOf(draft);
    const told = result === true ? 'did' : result === false ? 'passed' : 'failed';
    rules.push({
      ...{ rule, phase, outcome: told, before: stand, after },
      ...(typeof result === 'string' ? { reason: result } : {}),
    });
    stand = after;
  });
  const seen = new Set(rules.map(({ rule }) => rule));
  const passedOver = (config.taskRules ?? []).flatMap(({ id }) => (seen.has(id) ? [] : [id]));
  return { rules, passedOver, outcome };
}

const standOf = (draft: Draft): TaskStand => ({
  department: draft.department,
  process: draft.process,
  queue: draft.target,
  priority: draft.priority,
  businessValue: draft.businessValue,
  dueAt: draft.dueAt,
  activateAt: draft.activateAt,
  expireAt: draft.expireAt,
  attached: draft.userData,
});
