/** What happens, line by line, for whoever replays a day. Nothing is written, or even put into words, otherwise. */
import type { Scheduler } from './scheduler.ts';

export class Story {
  readonly #scheduler: Scheduler;
  readonly #start: number;
  readonly #write: ((line: string) => void) | undefined;

  constructor(scheduler: Scheduler, write: ((line: string) => void) | undefined) {
    this.#scheduler = scheduler;
    this.#start = scheduler.now;
    this.#write = write;
  }

  tell(line: () => string): void {
    if (this.#write === undefined) return;
    const seconds = ((this.#scheduler.now - this.#start) / 1_000).toFixed(3);
    this.#write(`${seconds.padStart(8)} s  ${line()}`);
  }
}
