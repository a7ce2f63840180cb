/**
 * Slows guessing down: per user name and per address. Only failures count, so a busy team behind one address is left
 * alone, and a name is never locked for longer than the window: an attacker cannot keep somebody out for good.
 */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
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
   * Runs one attempt: counted as a failure before it is tried, so that a hundred at once are a hundred, and taken back
   * when it succeeds.
   * @throws EdgeRefusal `too_many_attempts` with the seconds to wait, without trying
   */
  try(userName: string, address: string, attempt: () => Promise<boolean>): Promise<boolean>;
}

/** Counts in this process; every node of several counts for itself. */
export function countAttempts(limits: AttemptLimits = USUAL_LIMITS): Attempts {
  const duration = limits.windowSeconds;
  const names = new RateLimiterMemory({ keyPrefix: 'name', points: limits.perUserName, duration });
  const addresses = new RateLimiterMemory({ keyPrefix: 'address', points: limits.perAddress, duration });

  async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (rejection) {
      if (rejection instanceof Error) throw rejection;
      const retryAfter = Math.max(1, Math.ceil(((rejection as RateLimiterRes).msBeforeNext ?? 0) / 1000));
      throw new EdgeRefusal(
        'too_many_attempts',
        `Too many failed attempts to sign in. Wait ${retryAfter} s, then try again.`,
        { retryAfter },
      );
    }
  }

  return {
    async try(userName, address, attempt) {
      // A name is as long as somebody likes to type; its hash is not.
      const name = hashSecret(userName.toLowerCase());
      await consume(addresses, address);
      await consume(names, name);
      const succeeded = await attempt();
      if (succeeded) await Promise.all([names.delete(name), addresses.reward(address)]);
      return succeeded;
    },
  };
}
