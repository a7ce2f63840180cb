/** What the page makes of what the servers say: sums, and figures as they are written. */
import type { Node, NodeMinute } from '@intray/core';

export type Throughput = keyof Omit<NodeMinute, 'at'>;

const MINUTE = 60_000;
export const SHOWN_MINUTES = 30;

/** Minute by minute what all nodes did together, up to the one that runs at `now`; minutes without a word are zero. */
export function minutesOfAll(nodes: readonly Node[], now: number): readonly NodeMinute[] {
  const current = now - (now % MINUTE);
  const said = new Map<number, NodeMinute[]>();
  for (const { report } of nodes)
    for (const minute of report?.minutes ?? []) said.set(minute.at, [...(said.get(minute.at) ?? []), minute]);
  return Array.from({ length: SHOWN_MINUTES }, (_, n) => {
    const at = current - (SHOWN_MINUTES - 1 - n) * MINUTE;
    const sum = (of: Throughput) => (said.get(at) ?? []).reduce((total, one) => total + one[of], 0);
    return { at, commands: sum('commands'), commits: sum('commits'), offers: sum('offers') };
  });
}

/** The last minute that is over; the one that runs would always look like a slump. */
export const lastFull = (minutes: readonly NodeMinute[]): NodeMinute | undefined => minutes.at(-2);

/** The node that routes, if one says so and lives. */
export const routerAmong = (nodes: readonly Node[]): Node | undefined =>
  nodes.find(
    ({ state, report }) => (state === 'serving' || state === 'late') && report?.routingSince !== undefined,
  );

/** When any living node last looked at deadlines, and what all of them sent for it. */
export function sweeping(nodes: readonly Node[]): { readonly lastAt?: number; readonly commands: number } {
  const living = nodes.flatMap(({ state, report }) =>
    report !== undefined && (state === 'serving' || state === 'draining') ? [report.sweeper] : [],
  );
  const moments = living.flatMap(({ lastAt }) => lastAt ?? []);
  return {
    commands: living.reduce((sum, { commands }) => sum + commands, 0),
    ...(moments.length === 0 ? {} : { lastAt: Math.max(...moments) }),
  };
}

/** `0 ms`, `850 ms`, `2.4 s`, `3 min` in the written form of a language. */
export function duration(ms: number, locale: string): string {
  const [value, unit, digits] =
    ms < 1_000
      ? [ms, 'millisecond', 0]
      : ms < MINUTE
        ? [ms / 1_000, 'second', 1]
        : [ms / MINUTE, 'minute', 0];
  return value.toLocaleString(locale, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'short',
    maximumFractionDigits: digits as number,
  });
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `8.4 MB` and the like. */
export function bytes(n: number, locale: string): string {
  const power = n < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(n) / 3));
  return (n / 1000 ** power).toLocaleString(locale, {
    style: 'unit',
    unit: UNITS[power] as string,
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}
