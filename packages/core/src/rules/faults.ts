/** Names in rules, processes and capture points that point nowhere, with where they stand. */
import { didYouMean } from '../nearest.ts';
import type { ActionName } from './actions.ts';
import { NAMES_OF, type NamedKind, type Question } from './conditions.ts';
import type { CapturePoint, Department, Process } from './structure.ts';
import type { TaskRule } from './task-rule.ts';

interface Ids {
  readonly id: string;
}

interface Configured {
  readonly mediaTypes: readonly Ids[];
  readonly queues: readonly Ids[];
  readonly departments?: readonly Department[] | undefined;
  readonly processes?: readonly Process[] | undefined;
  readonly capturePoints?: readonly CapturePoint[] | undefined;
  readonly taskRules?: readonly TaskRule[] | undefined;
}

interface RuleFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const NAMED_BY: Readonly<Partial<Record<ActionName, NamedKind>>> = {
  setDepartment: 'department',
  setProcess: 'process',
  setQueue: 'queue',
};

/** Empty when every name is there. */
export function ruleFaults(config: Configured): readonly RuleFault[] {
  const { departments = [], processes = [], capturePoints = [], taskRules = [] } = config;
  const ids = (objects: readonly Ids[]) => new Set(objects.map(({ id }) => id));
  const known: Readonly<Record<NamedKind, ReadonlySet<string>>> = {
    'media type': ids(config.mediaTypes),
    queue: ids(config.queues),
    department: ids(departments),
    process: ids(processes),
    'capture point': ids(capturePoints),
  };
  const found: RuleFault[] = [];
  const check = (from: string, kind: NamedKind | undefined, name: unknown, path: RuleFault['path']) => {
    if (kind !== undefined && typeof name === 'string' && !known[kind].has(name))
      found.push({
        path,
        message: `${from}: ${kind} "${name}" does not exist.${didYouMean(name, known[kind])}`,
      });
  };
  const each = (from: string, kind: NamedKind | undefined, names: unknown, path: RuleFault['path']) => {
    if (Array.isArray(names)) for (const [n, name] of names.entries()) check(from, kind, name, [...path, n]);
  };

  for (const [index, { id, department, queue }] of processes.entries()) {
    check(`process "${id}"`, 'department', department, ['processes', index, 'department']);
    check(`process "${id}"`, 'queue', queue, ['processes', index, 'queue']);
  }
  const captured = new Map<string, string>();
  for (const [index, { id, queues }] of capturePoints.entries()) {
    each(`capture point "${id}"`, 'queue', queues, ['capturePoints', index, 'queues']);
    for (const [n, queue] of queues.entries()) {
      const other = captured.get(queue);
      if (other !== undefined)
        found.push({
          path: ['capturePoints', index, 'queues', n],
          message: `capture point "${id}": what comes to the queue "${queue}" comes in at "${other}" already`,
        });
      captured.set(queue, id);
    }
  }
  for (const [index, rule] of taskRules.entries()) {
    const [from, path] = [`task rule "${rule.id}"`, ['taskRules', index] as const];
    check(from, 'department', rule.for?.department, [...path, 'for', 'department']);
    check(from, 'process', rule.for?.process, [...path, 'for', 'process']);
    check(from, 'capture point', rule.for?.capturePoint, [...path, 'for', 'capturePoint']);
    for (const [n, { value, ...question }] of (rule.when ?? []).entries())
      each(from, namedBy(question), value, [...path, 'when', n, 'value']);
    for (const [n, { action, value }] of (rule.do ?? []).entries())
      check(from, NAMED_BY[action], value, [...path, 'do', n, 'value']);
    for (const [row, cells] of (rule.table?.rows ?? []).entries()) {
      const at = [...path, 'table', 'rows', row];
      for (const [n, cell] of cells.when.entries())
        each(from, namedBy(rule.table?.when[n]), cell, [...at, 'when', n]);
      for (const [n, cell] of cells.do.entries())
        check(from, named(rule.table?.do[n]?.action), cell, [...at, 'do', n]);
    }
  }
  return found;
}

const named = (action: ActionName | undefined): NamedKind | undefined =>
  action === undefined ? undefined : NAMED_BY[action];
const namedBy = (question: Question | undefined): NamedKind | undefined =>
  question === undefined ? undefined : NAMES_OF[question.field];
