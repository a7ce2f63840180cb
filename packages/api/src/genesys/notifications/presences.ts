/** Everybody who listens on this wire, or did so a moment ago. */
import { type Desk, user } from '@intray/core';
import type { Clock } from '../../wire/clock.ts';
import type { Log } from '../../wire/log.ts';
import type { Writing } from '../resources/interaction.ts';
import { type Presence, presence } from './presence.ts';

/** Nobody listens any more: so long, in milliseconds, a lost client may take to come back. */
const LINGERS = 10 * 60 * 1000;
/** How often a listening agent counts as having been heard of, in milliseconds. Leases last longer. */
const SIGN_OF_LIFE_EVERY = 4_000;
/**
 * How often it is looked who is due, in milliseconds. Everybody is due at a time of their own, so a thousand leases are
 * renewed a few at a time and hold nobody up.
 */
const LOOKS_EVERY = 250;

export interface Presences {
  /** The person's presence, which begins now if there was none. */
  of(userName: string, writing: Writing): Presence;
  /** The person was heard of: their work session stays alive. */
  heardOf(userName: string): void;
  end(): void;
}

interface Ports {
  readonly desk: Desk;
  readonly log: Log;
  readonly clock: Clock;
}

export function presences({ desk, log, clock }: Ports): Presences {
  const everybody = new Map<string, { readonly presence: Presence; quietSince: number | undefined }>();
  const heard = new Map<string, number>();

  function heardOf(userName: string): void {
    const now = clock();
    if (now - (heard.get(userName) ?? Number.NEGATIVE_INFINITY) < SIGN_OF_LIFE_EVERY) return;
    heard.set(userName, now);
    // Refused when there is no session: then there is nothing to keep alive.
    desk
      .execute({ command: { type: 'renewLease', agentId: userName }, actor: user(userName) })
      .catch((error: unknown) => log.warn({ error, userName }, 'a lease could not be renewed'));
  }

  function renew(): void {
    for (const [userName, { presence: one }] of everybody) if (one.size > 0) heardOf(userName);
  }

  function lookAround(): void {
    const now = clock();
    for (const [userName, one] of everybody) {
      one.presence.forget(now - LINGERS);
      if (one.presence.size > 0) {
        one.quietSince = undefined;
      } else {
        one.quietSince ??= now;
        if (now - one.quietSince < LINGERS) continue;
        one.presence.end();
        everybody.delete(userName);
      }
    }
    for (const [userName, at] of heard) if (now - at > LINGERS) heard.delete(userName);
  }
  const timers = [setInterval(renew, LOOKS_EVERY), setInterval(lookAround, SIGN_OF_LIFE_EVERY)];
  for (const timer of timers) timer.unref();

  return {
    of(userName, writing) {
      const present = everybody.get(userName);
      if (present !== undefined) return present.presence;
      const fresh = presence(userName, { desk, log, writing, clock });
      everybody.set(userName, { presence: fresh, quietSince: undefined });
      return fresh;
    },
    heardOf,
    end() {
      for (const timer of timers) clearInterval(timer);
      for (const { presence: one } of everybody.values()) one.end();
      everybody.clear();
    },
  };
}
