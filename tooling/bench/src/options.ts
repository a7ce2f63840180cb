/** What can be asked of the bench on the command line. */
import { parseArgs } from 'node:util';
import type { Plan } from './measuring/rounds.ts';

export const WORKLOAD_NAMES = [
  'lives',
  'peers',
  'routing',
  'wake',
  'feed',
  'cometd',
  'configuration',
  'matching',
  'reprioritise',
  'decide',
] as const;
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

export interface Options {
  /** The web desk in a browser instead of all that: it has a table of its own. */
  readonly desk: boolean;
  /** The desktop desk, likewise. */
  readonly desktop?: true;
  readonly only: readonly WorkloadName[];
  readonly quick: boolean;
  /** Put what was measured into the table in docs/performance.md. */
  readonly write: boolean;
}

const DESK = 'desk';
const DESKTOP = 'desktop';
const USAGE = `npm run bench -- [--only ${WORKLOAD_NAMES.join(',')} | --only ${DESK} | --only ${DESKTOP}] [--quick] [--write]`;

/** What was asked cannot be done; the message says what can. */
export class UsageError extends Error {
  constructor(reason: string) {
    super(`${reason}\n${USAGE}`);
  }
}

/** Seven rounds of two seconds: the whole takes about twelve minutes. */
export const FULL: Plan = { rounds: 7, roundMs: 2_000, warmUpMs: 2_000 };
/** To see that everything runs. Its figures are worth little. */
export const QUICK: Plan = { rounds: 3, roundMs: 400, warmUpMs: 400 };

/** @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.write && values.quick)
    throw new UsageError('The figures of a quick run are not worth writing down: leave out --quick.');
  if (values.only?.trim() === DESK) {
    return { desk: true, only: [], quick: values.quick, write: values.write };
  }
  if (values.only?.trim() === DESKTOP)
    return { desk: false, desktop: true, only: [], quick: values.quick, write: values.write };
  const asked = values.only?.split(',').map((name) => name.trim()) ?? WORKLOAD_NAMES;
  const unknown = asked.filter((name) => !isWorkload(name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no workload "${unknown.join('", "')}". Known: ${WORKLOAD_NAMES.join(', ')}.`,
    );
  const only = WORKLOAD_NAMES.filter((name) => asked.includes(name));
  return { desk: false, only, quick: values.quick, write: values.write };
}

const isWorkload = (name: string): name is WorkloadName =>
  (WORKLOAD_NAMES as readonly string[]).includes(name);
