/** The desk's own log: what broke, when. It holds no work, no names and no addresses of the people in it. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Timers } from './facade.ts';

export interface Log {
  /** @param what where it broke, in our own words */
  failure(what: string, cause: unknown): void;
}

const LARGEST = 1024 * 1024;

function rotate(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(path, `${path}.old`);
}

/** Appends a line a failure; the file before is kept once. */
export function logIn(path: string, timers: Timers): Log {
  return {
    failure(what, cause) {
      const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      rotate(path);
      appendFileSync(path, `${JSON.stringify({ at: new Date(timers.now()).toISOString(), what, stack })}\n`, {
        mode: 0o600,
      });
    },
  };
}
