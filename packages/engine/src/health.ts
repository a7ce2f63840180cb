/** Whether this node can do its work, part by part. */
import type { Health } from '@intray/core';
import type { Store } from '@intray/store';
import type { Counters } from './metrics.ts';

export interface HealthParts {
  readonly store: Store;
  readonly counters: Counters;
  readonly running: () => boolean;
  readonly steady: () => boolean;
  readonly waiting: () => number;
  readonly mostWaiting: number;
}

type Part = Health['parts'][string];

const part = (ok: boolean, note: string): Part => (ok ? { ok } : { ok, note });

export async function health(parts: HealthParts): Promise<Health> {
  let database: Part = { ok: true };
  try {
    await parts.store.ping();
  } catch (failure) {
    database = { ok: false, note: failure instanceof Error ? failure.message : String(failure) };
  }
  const all: Record<string, Part> = {
    database,
    engine: part(parts.running(), 'The engine is not running.'),
    pulse: part(parts.steady(), 'The database has taken no sign of life from this node for some seconds.'),
    commands: part(parts.waiting() < parts.mostWaiting / 2, `${parts.waiting()} commands are waiting.`),
  };
  return { ready: Object.values(all).every(({ ok }) => ok), parts: all, feedLag: parts.counters.feedLag };
}
