/**
 * Slows guessing down: per user name and per address. Only failures count, so a busy team behind one address is left
 * alone, and a name is never locked for longer than the window: an attacker cannot keep somebody out for good.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { EdgeRefusal } from '../wire/envelope.ts';
import { hashSecret } from './secrets.ts';

export interface AttemptLimits {
  /** Failures allowed per user name in a window. */
  readonly perUserName: number;
  /** Failures allowed per address in a window. */
  readonly perAddress: number;
  /** Length of the window in seconds. */
  readonly windowSeconds: number;
}

export const USUAL_LIMITS: AttemptLimits = { perUserName: 10, perAddress: 100, windowSeconds: 60 };

export interface Attempts {
  /**
   * Runs one attempt, when it is clear that it may be made.
   * @throws EdgeRefusal `too_many_attempts` with the seconds to wait, without trying
   */
  try(userName: string, address: string, attempt: () => Promise<boolean>): Promise<boolean>;
}

interface Gate {
  /** Waits until the attempt may be made; answers how to say that it is over. */
  enter(key: string): Promise<(succeeded: boolean) => Promise<void>>;
}

/**
 * At most `limit` failures a window. Attempts under way might all fail, so no more than could be allowed to are under
 * way at once; the others wait for them. A hundred guesses at once are a hundred, and a hundred right passwords at
 * once all come through.
 */
function gate(limit: number, duration: number, forgiving: boolean): Gate {
  const failures = new RateLimiterMemory({ points: limit, duration });
  const underWay = new Map<string, Set<Promise<void>>>();

  return {
    async enter(key) {
      for (;;) {
        const known = await failures.get(key);
        const failed = known?.consumedPoints ?? 0;
        if (failed >= limit) {
          const retryAfter = Math.max(1, Math.ceil((known?.msBeforeNext ?? 0) / 1000));
          const message = `Too many failed attempts to sign in. Wait ${retryAfter} s, then try again.`;
          throw new EdgeRefusal('too_many_attempts', message, { retryAfter });
        }
        const others = underWay.get(key) ?? new Set();
        if (failed + others.size < limit) {
          const { promise, resolve } = Promise.withResolvers<void>();
          underWay.set(key, others.add(promise));
          return async (succeeded) => {
            if (!succeeded) await failures.penalty(key);
            else if (forgiving) await failures.delete(key);
            others.delete(promise);
            if (others.size === 0 && underWay.get(key) === others) underWay.delete(key);
            resolve();
          };
        }
        await Promise.race(others);
      }
    },
  };
}

/** Counts in this process; every node of several counts for itself. */
export function countAttempts(limits: AttemptLimits = USUAL_LIMITS): Attempts {
  const names = gate(limits.perUserName, limits.windowSeconds, true);
  // One right password does not clear an address of its guesses at others.
  const addresses = gate(limits.perAddress, limits.windowSeconds, false);

  return {
    async try(userName, address, attempt) {
      // A name is as long as somebody likes to type; its hash is not.
      const leaveName = await names.enter(hashSecret(userName.toLowerCase()));
      let succeeded = false;
      try {
        const leaveAddress = await addresses.enter(address);
        try {
          succeeded = await attempt();
        } finally {
          await leaveAddress(succeeded);
        }
      } finally {
        await leaveName(succeeded);
      }
      return succeeded;
    },
  };
}
