/** Moments a person means when they put something off. In the browser's own time zone. */
export const PRESETS = ['hour', 'afternoon', 'tomorrow', 'monday'] as const;
export type Preset = (typeof PRESETS)[number];

const HOUR = 3_600_000;
const MORNING = 9;
const AFTERNOON = 15;
const MONDAY = 1;

function at(now: number, days: number, hour: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  date.setHours(hour, 0, 0, 0);
  return date.getTime();
}

/** The moment of a preset, or `undefined` when it makes no sense now: "this afternoon" in the evening. */
export function momentOf(preset: Preset, now: number): number | undefined {
  switch (preset) {
    case 'hour':
      return now + HOUR;
    case 'afternoon': {
      const afternoon = at(now, 0, AFTERNOON);
      return afternoon > now + HOUR ? afternoon : undefined;
    }
    case 'tomorrow':
      return at(now, 1, MORNING);
    case 'monday': {
      const days = (MONDAY - new Date(now).getDay() + 7) % 7 || 7;
      return at(now, days, MORNING);
    }
  }
}

/** What `<input type="datetime-local">` wants: local time without a zone, to the minute. */
export function toLocalInput(moment: number): string {
  const date = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The other way; `undefined` for what is no moment. */
export function fromLocalInput(text: string): number | undefined {
  const moment = new Date(text).getTime();
  return Number.isNaN(moment) ? undefined : moment;
}
