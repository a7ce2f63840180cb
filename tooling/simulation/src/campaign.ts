/** Many days, one after the other: the kept ones first. Can be stopped, and goes on where it was. */
import { type DayResult, day } from './day.ts';
import { type KeptSeed, keepSeed, keptSeeds } from './kept-seeds.ts';

export interface CampaignOptions {
  readonly from: number;
  readonly count: number;
  /** Where failing seeds are kept; the file of this package unless given. `undefined`: nowhere, and none are repeated. */
  readonly keep: string | undefined;
  /** Ends after the first day that goes wrong. */
  readonly firstOnly: boolean;
  readonly signal: AbortSignal;
  /** Hears of each day, and which one comes next. */
  readonly onDay: (result: DayResult, next: number) => void;
}

export interface CampaignReport {
  readonly days: number;
  readonly steps: number;
  readonly commits: number;
  readonly items: number;
  readonly acknowledged: number;
  /** Virtual time, in milliseconds. */
  readonly took: number;
  readonly failed: readonly KeptSeed[];
  readonly stopped: boolean;
}

export async function campaign(options: CampaignOptions): Promise<CampaignReport> {
  const { from, count, keep, firstOnly, signal, onDay } = options;
  const sum = { days: 0, steps: 0, commits: 0, items: 0, acknowledged: 0, took: 0 };
  const failed: KeptSeed[] = [];
  const repeated = keep === undefined ? [] : keptSeeds(keep).map(({ seed }) => seed);
  const fresh = Array.from({ length: count }, (_, n) => from + n);
  let next = from;
  for (const seed of [...repeated, ...fresh.filter((one) => !repeated.includes(one))]) {
    if (signal.aborted) return { ...sum, failed, stopped: true };
    const result = await day(seed);
    sum.days += 1;
    for (const key of ['steps', 'commits', 'items', 'acknowledged', 'took'] as const) sum[key] += result[key];
    if (!repeated.includes(seed)) next = seed + 1;
    if (result.breach !== undefined) {
      const found = { seed, rule: result.breach.rule };
      failed.push(found);
      if (keep !== undefined) keepSeed(found, keep);
    }
    onDay(result, next);
    if (failed.length > 0 && firstOnly) break;
  }
  return { ...sum, failed, stopped: false };
}
