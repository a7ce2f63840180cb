/** How long the engine goes on asking a database that does not answer: pauses that double, about ten seconds in all. */
import type { Instant } from '@intray/core';
import { DatabaseFailure } from '@intray/store';
import { type Clock, sleep } from '../clock.ts';

const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1_000;
const IN_ALL = 10_000;

export class Patience {
  readonly #clock: Clock;
  readonly #until: Instant;
  #pause = FIRST_PAUSE;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#until = clock.now() + IN_ALL;
  }

  /** Waits a little longer each time. `false`, at once: this failure does not pass by itself, or it has taken too long. */
  async outlasts(failure: unknown): Promise<boolean> {
    if (!mayPass(failure) || this.#clock.now() >= this.#until) return false;
    await sleep(this.#clock, this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    return true;
  }
}

/** The same work may succeed if it is done again, or may even have been done. */
export const mayPass = (failure: unknown): failure is DatabaseFailure =>
  failure instanceof DatabaseFailure && (failure.transient || failure.commitUnknown);
