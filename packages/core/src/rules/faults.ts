/** Names in rules, processes and capture points that point nowhere, with where they stand. */
import { faultText, missing } from '../config/fault-texts.ts';
import { nearest } from '../nearest.ts';
import type { ActionName } from './actions.ts';
import { NAMES_OF, type NamedKind, type Question } from './conditions.ts';
import { workingLength } from './duration.ts';
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
  readonly calendars?: readonly Ids[] | undefined;
}

interface RuleFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Kind = NamedKind | 'calendar';

const NAMED_BY: Readonly<Partial<Record<ActionName, Kind>>> = {
  setDepartment: 'department',
  setProcess: 'process',
  setQueue: 'queue',
  dueAfterWorking: 'calendar',
  dueInWorking: 'calendar',
};

/** The name in what an action is given; the schema has said what is wrong with what holds none. */
const nameIn = (kind: Kind | undefined, value: unknown): unknown =>
  kind === 'calendar' && typeof value === 'string' ? workingLength(value)?.calendar : value;

/** Empty when every name is there. */
export function ruleFaults(config: Configured): readonly RuleFault[] {
  const { departments = [], processes = [], capturePoints = [], taskRules = [] } = config;
  const ids = (objects: readonly Ids[]) => new Set(objects.map(({ id }) => id));
  const known: Readonly<Record<Kind, ReadonlySet<string>>> = {
    'media type': ids(config.mediaTypes),
    queue: ids(config.queues),
    department: ids(departments),
    process: ids(processes),
    'capture point': ids(capturePoints),
    calendar: ids(config.calendars ?? []),
  };
  const found: RuleFault[] = [];
  const check = (from: string, kind: Kind | undefined, name: unknown, path: RuleFault['path']) => {
    if (kind !== undefined && typeof name === 'string' && !known[kind].has(name))
      found.push({
        path,
        message: `${from}: ${missing(kind, name, nearest(name, known[kind]))}`,
      });
  };
  const each = (from: string, kind: NamedKind | undefined, names: unknown, path: RuleFault['path']) => {
    if (Array.isArray(names)) for (const [n, name] of names.entries()) check(from, kind, name, [...path, n]);
  };

  const done = (from: string, action: ActionName | undefined, value: unknown, path: RuleFault['path']) => {
    const kind = action && NAMED_BY[action];
    check(from, kind, nameIn(kind, value), path);
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
          message: `capture point "${id}": ${faultText('captured_already', { queue, other })}`,
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
      done(from, action, value, [...path, 'do', n, 'value']);
    for (const [row, cells] of (rule.table?.rows ?? []).entries()) {
      const at = [...path, 'table', 'rows', row];
      for (const [n, cell] of cells.when.entries())
        each(from, namedBy(rule.table?.when[n]), cell, [...at, 'when', n]);
      for (const [n, cell] of cells.do.entries())
        done(from, rule.table?.do[n]?.action, cell, [...at, 'do', n]);
    }
  }
  return found;
}

const namedBy = (question: Question | undefined): NamedKind | undefined =>
  question === undefined ? undefined : NAMES_OF[question.field];
