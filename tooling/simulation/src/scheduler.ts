/**
 * Virtual time. Everything that happens later is a task in one queue; the next one is taken when whatever the last one
 * set going has come to rest. Tasks of the same moment come in an order that the dice give. So a day is repeated to
 * the letter by its seed, and takes as long as it takes to compute.
 */
import TinyQueue from 'tinyqueue';
import type { Dice } from './dice.ts';

/** Whoever a task belongs to: what the dead have planned does not happen. */
export interface Life {
  readonly alive: boolean;
}

interface Task {
  readonly at: number;
  readonly turn: number;
  readonly life: Life;
  readonly run: () => unknown;
  cancelled: boolean;
}

const ALWAYS: Life = { alive: true };

export class Scheduler {
  /** Finer than milliseconds: most of what happens takes less. */
  #now: number;
  #steps = 0;
  readonly #dice: Dice;
  readonly #tasks = new TinyQueue<Task>([], (a, b) => a.at - b.at || a.turn - b.turn);

  constructor(start: number, dice: Dice) {
    this.#now = start;
    this.#dice = dice;
  }

  /** In whole milliseconds, as a clock tells it. */
  get now(): number {
    return Math.floor(this.#now);
  }

  get steps(): number {
    return this.#steps;
  }

  after(ms: number, run: () => unknown, life: Life = ALWAYS): { cancel(): void } {
    return this.#plan(this.#now + ms, run, life);
  }

  at(when: number, run: () => unknown, life: Life = ALWAYS): { cancel(): void } {
    return this.#plan(Math.max(this.#now, when), run, life);
  }

  /** Resolves after a while; never if whoever waits is dead by then. */
  pause(ms: number, life?: Life): Promise<void> {
    return new Promise((resolve) => void this.after(ms, resolve, life));
  }

  /** Lets time pass, task by task, up to a moment or until somebody says that it is enough. */
  async runUntil(moment: number, enough: () => boolean = () => false): Promise<void> {
    await settled();
    for (;;) {
      const next = this.#tasks.peek();
      if (next === undefined || next.at > moment || enough()) break;
      this.#tasks.pop();
      if (next.cancelled || !next.life.alive) continue;
      this.#now = next.at;
      this.#steps += 1;
      next.run();
      await settled();
    }
    if (!enough()) this.#now = Math.max(this.#now, moment);
  }

  #plan(at: number, run: () => unknown, life: Life): { cancel(): void } {
    const task: Task = { at, turn: this.#dice.fraction(), life, run, cancelled: false };
    this.#tasks.push(task);
    return {
      cancel() {
        task.cancelled = true;
      },
    };
  }
}

/** Resolves when every promise that can go on has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
