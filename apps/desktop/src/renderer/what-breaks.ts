/** What breaks in the page goes into the log of the desk: where, and never what was being worked on. */
import type { Bridge } from '../shared/bridge.ts';

/** More than these say nothing new. */
const MOST = 20;

/** The name of an error and the places it came through, without its message. */
export function placesOf(cause: unknown): { readonly what: string; readonly stack: string } {
  if (!(cause instanceof Error)) return { what: typeof cause, stack: '' };
  const places = (cause.stack ?? '').split('\n').filter((line) => /^\s*at |@app:/.test(line));
  return { what: cause.name.slice(0, 300), stack: places.join('\n').slice(0, 4_000) };
}

/** Tells it from now on. */
export function tellWhatBreaks(bridge: Pick<Bridge, 'report'>): void {
  let told = 0;
  const tell = (cause: unknown) => {
    told += 1;
    if (told <= MOST) void bridge.report(placesOf(cause));
  };
  window.addEventListener('error', ({ error }) => tell(error));
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
