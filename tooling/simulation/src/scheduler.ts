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
    await eachInItsOwnTurn(() => this.#step(moment, enough));
    if (!enough()) this.#now = Math.max(this.#now, moment);
  }

  /** Does the next task; false if there is none to be done. */
  #step(moment: number, enough: () => boolean): boolean {
    for (;;) {
      const next = this.#tasks.peek();
      if (next === undefined || next.at > moment || enough()) return false;
      this.#tasks.pop();
      if (next.cancelled || !next.life.alive) continue;
      this.#now = next.at;
      this.#steps += 1;
      next.run();
      return true;
    }
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

/** So many turns are asked for at once: a round of the event loop looks at the system's files and takes as long as a step. */
const TURNS = 64;

/**
 * Does a step until one says that it was the last. Before each, every promise that can go on has gone on: Node runs
 * them between two immediates, also between those of the same round.
 */
const eachInItsOwnTurn = (step: () => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    let over = false;
    const turn = (): void => {
      if (over) return;
      try {
        over = !step();
        if (over) resolve();
      } catch (cause) {
        over = true;
        reject(cause);
      }
    };
    const round = (): void => {
      if (over) return;
      for (let n = 0; n < TURNS; n += 1) setImmediate(turn);
      setImmediate(round);
    };
    round();
  });
