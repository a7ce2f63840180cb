/** Stretches of time that end now, as people name them. */
export const PERIODS = ['all', 'today', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const DAY = 86_400_000;

/** When it began, in the browser's own time zone; `undefined` for all time. */
export function sinceOf(period: Period, now: number): number | undefined {
  switch (period) {
    case 'all':
      return undefined;
    case 'today':
      return new Date(now).setHours(0, 0, 0, 0);
    case 'week':
      return now - 7 * DAY;
    case 'month':
      return now - 30 * DAY;
  }
}
