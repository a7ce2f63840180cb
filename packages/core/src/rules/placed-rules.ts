/** The rules of a contact centre, laid out in the order in which they are applied. */
import type { BusinessCalendar } from '../config/calendars.ts';
import { type Case, casesOf } from './decision-table.ts';
import type { CapturePoint, Department, Process, Structure } from './structure.ts';
import { PHASES, type Phase } from './task.ts';
import type { TaskRule } from './task-rule.ts';

export interface PlacedRule {
  readonly id: string;
  readonly hit: 'first' | 'all';
  readonly last: boolean;
  readonly cases: readonly Case[];
}

/** Those for everything; those for one department, process or capture point by its id. */
interface Levels {
  readonly global: readonly PlacedRule[];
  readonly department: ReadonlyMap<string, readonly PlacedRule[]>;
  readonly process: ReadonlyMap<string, readonly PlacedRule[]>;
  readonly capturePoint: ReadonlyMap<string, readonly PlacedRule[]>;
}

export interface PlacedRules extends Structure {
  readonly departments: ReadonlyMap<string, Department>;
  readonly capturePoints: ReadonlyMap<string, CapturePoint>;
  /** Queue → the capture point at which its work comes in. */
  readonly captures: ReadonlyMap<string, string>;
  readonly phases: Readonly<Record<Phase, Levels>>;
}

export interface Configured {
  readonly departments?: readonly Department[] | undefined;
  readonly processes?: readonly Process[] | undefined;
  readonly capturePoints?: readonly CapturePoint[] | undefined;
  readonly taskRules?: readonly TaskRule[] | undefined;
  readonly calendars?: readonly BusinessCalendar[] | undefined;
}

const USUAL_KEYS = { channel: 'IWD_channel', customerSegment: 'CustomerSegment' };

const placed = (rule: TaskRule): PlacedRule => ({
  id: rule.id,
  last: rule.last === true,
  ...(rule.table === undefined
    ? { hit: 'first', cases: [{ when: rule.when ?? [], do: rule.do ?? [] }] }
    : { hit: rule.table.hit, cases: casesOf(rule.table) }),
});

function grouped(rules: readonly TaskRule[], idOf: (rule: TaskRule) => string | undefined) {
  const groups = new Map<string, PlacedRule[]>();
  for (const rule of rules) {
    const id = idOf(rule);
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), placed(rule)]);
  }
  return groups;
}

function levelsOf(rules: readonly TaskRule[]): Levels {
  return {
    global: rules.filter((rule) => rule.for === undefined).map(placed),
    department: grouped(rules, (rule) => rule.for?.department),
    process: grouped(rules, (rule) => rule.for?.process),
    capturePoint: grouped(rules, (rule) => rule.for?.capturePoint),
  };
}

const byId = <T extends { readonly id: string }>(objects: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(objects.map((object) => [object.id, object]));

/** Lays the rules out once for each configuration. */
export function placeRules(config: Configured): PlacedRules {
  const rules = (config.taskRules ?? []).filter(({ disabled }) => disabled !== true);
  const keys = new Map(
    (config.capturePoints ?? []).map(({ id, keys: own }) => [
      id,
      {
        channel: own?.channel ?? USUAL_KEYS.channel,
        customerSegment: own?.customerSegment ?? USUAL_KEYS.customerSegment,
      },
    ]),
  );
  return {
    departments: byId(config.departments),
    calendars: byId(config.calendars),
    processes: byId(config.processes),
    capturePoints: byId(config.capturePoints),
    captures: new Map(
      (config.capturePoints ?? []).flatMap(({ id, queues }) => queues.map((queue) => [queue, id] as const)),
    ),
    phases: Object.fromEntries(
      PHASES.map((phase) => [phase, levelsOf(rules.filter((rule) => rule.phase === phase))]),
    ) as Record<Phase, Levels>,
    keysOf: (capturePoint) => keys.get(capturePoint) ?? USUAL_KEYS,
  };
}
