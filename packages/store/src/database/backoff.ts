import { setTimeout as after } from 'node:timers/promises';

/** Bounds of a growing pause between attempts, in milliseconds. */
export type BackoffBounds = { readonly firstMs: number; readonly longestMs: number };

/** Pauses that double from `firstMs` up to `longestMs`; `reset` after a success begins anew. */
export class Backoff {
  readonly #bounds: BackoffBounds;
  #nextMs: number;

  constructor(bounds: BackoffBounds) {
    this.#bounds = bounds;
    this.#nextMs = bounds.firstMs;
  }

  /** Waits the next pause; resolves `false` at once when `signal` aborts. Does not keep the process alive. */
  async pause(signal: AbortSignal): Promise<boolean> {
    const pauseMs = this.#nextMs;
    this.#nextMs = Math.min(pauseMs * 2, this.#bounds.longestMs);
    try {
      await after(pauseMs, undefined, { signal, ref: false });
      return true;
    } catch {
      // The only way `after` rejects is the abort, which is the answer "do not go on".
      return false;
    }
  }

  reset(): void {
    this.#nextMs = this.#bounds.firstMs;
  }
}
