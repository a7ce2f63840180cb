/**
 * Sorts and ranks a piece of work: classification says what it is, prioritisation what comes first. In each, the rules
 * for everything go first, then those of its department, its process and its capture point, each level as listed, and
 * every rule sees what the ones before have done.
 */
import { FAULT_TEXTS, faultText } from '../config/fault-texts.ts';
import { dataFits } from '../interaction/user-data-limits.ts';
import type { Instant, UserData } from '../values.ts';
import { perform } from './actions.ts';
import { meets } from './conditions.ts';
import type { Case } from './decision-table.ts';
import { Draft, type Sortable } from './draft.ts';
import type { PlacedRule, PlacedRules } from './placed-rules.ts';
import { isOpen } from './structure.ts';
import type { Phase, RulesError, Task } from './task.ts';

/** What is different afterwards. What is absent stays as it was. */
export interface RulesResult {
  readonly task: Task;
  readonly queue?: string;
  readonly priority?: number;
  readonly dueAt?: Instant;
  readonly userData?: UserData;
  /** The rules that did something, in that order. */
  readonly rules: readonly string[];
}

export type RulesOutcome =
  | { readonly kind: 'applied'; readonly result: RulesResult }
  /** Sorted, and to be ranked when it becomes active. */
  | { readonly kind: 'putOff'; readonly until: Instant; readonly result: RulesResult }
  | { readonly kind: 'rejected'; readonly reason: string; readonly task: Task }
  | { readonly kind: 'failed'; readonly error: RulesError; readonly task: Task };

/** A failure on the way; a rule is to blame if one is named. */
interface Failure {
  readonly phase: Phase;
  readonly rule?: string;
  readonly reason: string;
}

const MINUTE = 60_000;
const LONGEST_REST = 60;

/** After the first failure a minute, then twice as long each time, up to an hour. */
const restAfter = (attempts: number): number =>
  Math.min(LONGEST_REST, 2 ** Math.min(attempts - 1, 10)) * MINUTE;

/** Hears of each rule that was looked at: whether it did something, or in words why it failed, and how the work stands then. */
export type Watch = (phase: Phase, rule: string, outcome: boolean | string, draft: Draft) => void;

/** The rules that did something, and who else hears of it. */
interface Account {
  readonly done: string[];
  readonly watch: Watch | undefined;
}

/** @param interaction one that came in through a capture point */
export function applyRules(
  interaction: Sortable,
  task: Task,
  now: Instant,
  rules: PlacedRules,
  watch?: Watch,
): RulesOutcome {
  if (task.expireAt !== undefined && task.expireAt <= now) return rejected(FAULT_TEXTS.expired, task);
  const draft = new Draft(interaction, task, now, rules);
  const account: Account = { done: [], watch };
  const classified = task.classifiedAt !== undefined;
  const failure =
    (classified ? undefined : classify(draft, rules, account)) ??
    (isActive(draft) ? inPhase('prioritisation', draft, rules, account) : undefined) ??
    tooMuch(interaction, draft);
  const sorted = sortedTask(task, draft, now);
  if (failure !== undefined) return failed(failure, task, now);
  const closed = classified ? undefined : closedIn(draft, rules);
  if (closed !== undefined) return rejected(closed, sorted);
  if (draft.expireAt !== undefined && draft.expireAt <= now) return rejected(FAULT_TEXTS.expired, sorted);
  const result = { ...changes(interaction, draft, classified, rules), rules: account.done };
  if (!isActive(draft))
    return { kind: 'putOff', until: draft.activateAt ?? now, result: { ...result, task: sorted } };
  const again = nextRanking(draft);
  const ranked = { ...sorted, prioritisedAt: now, ...(again === undefined ? {} : { reprioritiseAt: again }) };
  return { kind: 'applied', result: { ...result, task: ranked } };
}

const isActive = ({ activateAt, now }: Draft): boolean => activateAt === undefined || activateAt <= now;

function classify(draft: Draft, rules: PlacedRules, account: Account): Failure | undefined {
  const failure = inPhase('classification', draft, rules, account);
  if (failure !== undefined) return failure;
  const { process } = draft;
  if (process === undefined) return { phase: 'classification', reason: FAULT_TEXTS.no_process };
  return rules.processes.has(process)
    ? undefined
    : { phase: 'classification', reason: faultText('process_gone', { name: process }) };
}

/** The levels in their order. A level is looked up when it is reached: rules before it may have sorted the work anew. */
function inPhase(phase: Phase, draft: Draft, rules: PlacedRules, account: Account): Failure | undefined {
  const levels = rules.phases[phase];
  return (
    atLevel(phase, levels.global, draft, account) ??
    atLevel(phase, levels.department.get(draft.department ?? ''), draft, account) ??
    atLevel(phase, levels.process.get(draft.process ?? ''), draft, account) ??
    atLevel(phase, levels.capturePoint.get(draft.capturePoint), draft, account)
  );
}

function atLevel(
  phase: Phase,
  rules: readonly PlacedRule[] = [],
  draft: Draft,
  { done, watch }: Account,
): Failure | undefined {
  for (const rule of rules) {
    const outcome = applyOne(rule, draft);
    watch?.(phase, rule.id, outcome, draft);
    if (typeof outcome === 'string') return { phase, rule: rule.id, reason: outcome };
    if (!outcome) continue;
    done.push(rule.id);
    if (rule.last) return undefined;
  }
  return undefined;
}

/** Whether it did something, or in words why it failed. */
function applyOne({ hit, cases }: PlacedRule, draft: Draft): boolean | string {
  let did = false;
  for (const one of cases) {
    const fits = holds(one, draft);
    if (typeof fits === 'string') return fits;
    if (!fits) continue;
    for (const action of one.do) {
      const failure = perform(draft, action);
      if (failure !== undefined) return failure;
    }
    did = true;
    if (hit === 'first') return true;
  }
  return did;
}

function holds({ when }: Case, draft: Draft): boolean | string {
  for (const condition of when) {
    const met = meets(draft, condition);
    if (met !== true) return met;
  }
  return true;
}

function tooMuch({ userData }: Sortable, { added }: Draft): Failure | undefined {
  const refusal = added === undefined ? null : dataFits(userData, added);
  return refusal === null ? undefined : { phase: 'classification', reason: refusal.message };
}

function closedIn({ department, process, now }: Draft, rules: PlacedRules): string | undefined {
  const [ofDepartment, ofProcess] = [
    rules.departments.get(department ?? ''),
    rules.processes.get(process ?? ''),
  ];
  if (ofDepartment !== undefined && !isOpen(ofDepartment, now))
    return faultText('closed', { what: 'department', name: ofDepartment.id });
  return ofProcess !== undefined && !isOpen(ofProcess, now)
    ? faultText('closed', { what: 'process', name: ofProcess.id })
    : undefined;
}

/** The earliest moment at which it is to be ranked anew. */
function nextRanking({ again, tiers, dueAt, now }: Draft): Instant | undefined {
  const ahead = dueAt === undefined ? [] : tiers.map((left) => dueAt - left).filter((at) => at > now);
  const next = Math.min(again, ...ahead);
  return Number.isFinite(next) ? next : undefined;
}

const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const sortedTask = (task: Task, draft: Draft, now: Instant): Task => ({
  capturePoint: task.capturePoint,
  ...present({
    department: draft.department,
    process: draft.process,
    businessValue: draft.businessValue,
    activateAt: draft.activateAt,
    expireAt: draft.expireAt,
    prioritisedAt: task.prioritisedAt,
  }),
  classifiedAt: task.classifiedAt ?? now,
});

function changes(interaction: Sortable, draft: Draft, classified: boolean, rules: PlacedRules) {
  const { process, priority, dueAt, added, target } = draft;
  const own = classified ? undefined : rules.processes.get(process ?? '')?.queue;
  const queue = target ?? own ?? interaction.queue;
  return present({
    queue: queue === interaction.queue ? undefined : queue,
    priority: priority === interaction.priority ? undefined : priority,
    dueAt: dueAt === interaction.dueAt ? undefined : dueAt,
    userData: added,
  });
}

const rejected = (reason: string, task: Task): RulesOutcome => {
  const { error, ...sound } = task;
  return { kind: 'rejected', reason, task: { ...sound, rejected: reason } };
};

/** What rules had done before one of them failed counts for nothing: the work is as it was. */
function failed(failure: Failure, task: Task, now: Instant): RulesOutcome {
  const attempts = (task.error?.attempts ?? 0) + 1;
  const error = { ...failure, attempts, retryAt: now + restAfter(attempts) };
  return { kind: 'failed', error, task: { ...task, error } };
}
