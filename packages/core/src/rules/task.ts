/** What is known of an interaction that came in through a capture point, beside what is known of any. */
import type { Instant } from '../values.ts';

export const PHASES = ['classification', 'prioritisation'] as const;
export type Phase = (typeof PHASES)[number];

/** Why the rules could not be applied. */
export interface RulesError {
  readonly phase: Phase;
  /** The rule that failed; absent where no rule is to blame. */
  readonly rule?: string;
  readonly reason: string;
  /** How often they have failed in a row. */
  readonly attempts: number;
  /** When they are applied again by themselves. */
  readonly retryAt: Instant;
}

export interface Task {
  readonly capturePoint: string;
  readonly department?: string;
  readonly process?: string;
  readonly businessValue?: number;
  /** Until then it is not offered, and not prioritised. */
  readonly activateAt?: Instant;
  /** If it still waits in a queue by then, it is rejected. */
  readonly expireAt?: Instant;
  readonly classifiedAt?: Instant;
  /** When it was last prioritised. */
  readonly prioritisedAt?: Instant;
  /** When it is to be prioritised anew. */
  readonly reprioritiseAt?: Instant;
  readonly error?: RulesError;
  /** Why it was rejected. */
  readonly rejected?: string;
}

/** As it came in: to be sorted and ranked from the beginning. Moments of its former life count for nothing. */
export const restarted = ({ capturePoint, department, process, businessValue }: Task): Task => ({
  capturePoint,
  ...(department === undefined ? {} : { department }),
  ...(process === undefined ? {} : { process }),
  ...(businessValue === undefined ? {} : { businessValue }),
});

/** The moment at which the rules are to be applied to a task that waits in a queue; `undefined`: never again. */
export function rulesDueAt(task: Task | undefined): Instant | undefined {
  if (task === undefined) return undefined;
  if (task.error !== undefined || task.classifiedAt === undefined) return 0;
  if (task.prioritisedAt === undefined) return task.activateAt ?? 0;
  const moments = [task.reprioritiseAt, task.expireAt].filter((at) => at !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}
