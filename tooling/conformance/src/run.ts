/** Runs cases against a server, one after the other: they share people, trays and room on desks. */
import { CASES } from './cases/all.ts';
import type { Case } from './cases/case.ts';
import type { Settings } from './stage/settings.ts';
import { openStage, type Stage } from './stage/stage.ts';

export type Outcome = 'passed' | 'failed' | 'not applicable';

export interface Result {
  readonly id: string;
  readonly area: Case['area'];
  readonly requirements: readonly string[];
  readonly says: string;
  readonly expects: Case['expects'];
  readonly outcome: Outcome;
  /** Why it failed or does not apply. */
  readonly reason?: string;
  readonly milliseconds: number;
}

export interface RunOptions {
  readonly settings: Settings;
  /** Which cases; all of them otherwise. */
  readonly only?: (candidate: Case) => boolean;
  readonly onResult?: (result: Result) => void;
}

/** Resolves with a result per case. @throws when people cannot sign in, or the server shows no workbin or queue */
export async function run({
  settings,
  only = () => true,
  onResult = () => {},
}: RunOptions): Promise<Result[]> {
  const results: Result[] = [];
  const stage = await openStage(settings);
  try {
    for (const candidate of CASES.filter(only)) {
      const result = await runCase(candidate, stage);
      results.push(result);
      onResult(result);
    }
  } finally {
    await stage.close();
  }
  return results;
}

async function runCase({ run: act, needless, ...told }: Case, stage: Stage): Promise<Result> {
  const began = performance.now();
  const result = (outcome: Outcome, reason?: string): Result => ({
    ...told,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    milliseconds: Math.round(performance.now() - began),
  });
  const pointless = needless?.(stage.settings);
  if (pointless !== undefined) return result('not applicable', pointless);
  try {
    await act(stage);
    return result('passed');
  } catch (cause) {
    // Whatever kept a case from passing is its finding: a run tells of every case, not of the first that threw.
    return result('failed', cause instanceof Error ? cause.message : String(cause));
  } finally {
    await stage.clear();
  }
}
