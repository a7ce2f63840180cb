/** One server: a real engine on the shared database in memory. It can be killed between any two steps. */
import { createEngine, type Engine } from '@intray/engine';
import { type MemoryStore, memoryStore, type Sharing } from '@intray/store/memory';
import type { Dice } from './dice.ts';
import type { Network } from './network.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { Verdict } from './verdict.ts';
import { isSurprise } from './verdict.ts';

export interface ServerParts {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly shared: Sharing;
  readonly dice: Dice;
  readonly verdict: Verdict;
  /** Routes without asking whether another does. */
  readonly alwaysRoute: boolean;
  readonly mostInBatch: number;
  readonly mostRemembered: number;
  readonly mostReadAtOnce: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export class Server implements Life {
  readonly name: string;
  readonly engine: Engine;
  /** Resolves at its death: whoever waits for an answer hears of it. */
  readonly death: Promise<void>;
  alive = true;
  /** It has begun to serve. */
  serving = false;
  readonly #store: MemoryStore;
  readonly #die: () => void;

  constructor(name: string, parts: ServerParts) {
    const {
      scheduler,
      network,
      shared,
      dice,
      verdict,
      alwaysRoute,
      mostInBatch,
      mostRemembered,
      mostReadAtOnce,
    } = parts;
    this.name = name;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.death = promise;
    this.#die = resolve;
    this.#store = memoryStore(shared, network.wireOf(this));
    const warn = (facts: object, message: string) => {
      const failure = 'err' in facts ? facts.err : undefined;
      if (failure !== undefined && isSurprise(failure)) verdict.surprise(`${name}: ${message}`, failure);
    };
    this.engine = createEngine({
      store: this.#store,
      clock: {
        now: () => scheduler.now,
        at: (when, run) => scheduler.at(when, run, this),
        soon: (run) => void scheduler.after(0, run, this),
      },
      ids: { interactionId: () => Array.from({ length: 16 }, () => LETTERS[dice.below(36)]).join('') },
      log: { info() {}, warn, error: warn },
      nodeId: name,
      alwaysRoute,
      mostInBatch,
      mostRemembered,
      mostReadAtOnce,
    });
  }

  /** Begins to serve, as soon as the database lets it. */
  async start(pause: () => Promise<void>): Promise<void> {
    while (this.alive && !this.serving) {
      try {
        await this.engine.start();
        this.serving = true;
      } catch (failure) {
        if (isSurprise(failure)) throw failure;
        await pause();
      }
    }
  }

  kill(): void {
    this.alive = false;
    this.serving = false;
    this.#store.disconnect();
    this.#die();
  }

  /** Its right to route goes to whoever asks next; it hears of that only later. */
  loseRouter(scheduler: Scheduler, later: number): void {
    scheduler.after(later, this.#store.loseRouter(), this);
  }
}
