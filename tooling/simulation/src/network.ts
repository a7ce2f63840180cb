/** The ways between servers and the database: how long they take, what gets lost on them, and when they are cut. */
import { DatabaseFailure } from '@intray/store';
import type { Transaction, Wire } from '@intray/store/memory';
import type { Dice } from './dice.ts';
import type { Life, Scheduler } from './scheduler.ts';
import { CALM, type Weather } from './weather.ts';

const lost = (doing: string): DatabaseFailure =>
  new DatabaseFailure(new Error('the connection is gone'), {
    doing,
    connectionLost: true,
    committing: doing === 'save',
  });

export class Network {
  weather: Weather = CALM;
  /** The database takes no questions. */
  down = false;
  readonly #scheduler: Scheduler;
  readonly #dice: Dice;
  readonly #slow: Dice | undefined;

  /** @param slow many answers take long: things happen meanwhile of which they do not tell */
  constructor(scheduler: Scheduler, dice: Dice, slow?: Dice) {
    this.#scheduler = scheduler;
    this.#dice = dice;
    this.#slow = slow;
  }

  /** One server's way to the database. What it sends arrives also when it has died since; answers find nobody then. */
  wireOf(server: Life): Wire {
    const scheduler = this.#scheduler;
    const answer = (act: () => void, ms = this.#travel()) => scheduler.after(ms, act, server);
    return {
      ask: <T>(work: () => T) =>
        new Promise<T>((resolve, reject) => {
          scheduler.after(this.#travel(), () => {
            if (this.down || this.#happens('lostQuestion')) return answer(() => reject(lost('ask')));
            const settle = this.#outcome(work, resolve, reject);
            const late = this.#slow?.chance(0.4) ? this.#slow.between(20, 500) : undefined;
            answer(this.#happens('lostAnswer') ? () => reject(lost('ask')) : settle, late);
          });
        }),

      write: <T>({
        begin,
        keep,
        undo,
      }: {
        readonly begin: () => Transaction;
        readonly keep: (transaction: Transaction) => T;
        readonly undo: (transaction: Transaction) => void;
      }) =>
        new Promise<T>((resolve, reject) => {
          scheduler.after(this.#travel(), () => {
            if (this.down || this.#happens('lostQuestion')) return answer(() => reject(lost('save')));
            const transaction = begin();
            const broken = this.#happens('brokenSave');
            if (broken) answer(() => reject(lost('save')));
            scheduler.after(this.#duration(broken), () => {
              if (this.down || (broken && this.#dice.chance(0.5))) {
                undo(transaction);
                answer(() => reject(lost('save')));
                return;
              }
              const settle = this.#outcome(() => keep(transaction), resolve, reject);
              if (!broken) answer(this.#happens('lostAnswer') ? () => reject(lost('save')) : settle);
            });
          });
        }),

      notify: (tell) => {
        if (!this.down && !this.#happens('lostNotice')) answer(tell);
      },
    };
  }

  /** What becomes of a question at the moment it is answered, to be told later. */
  #outcome<T>(work: () => T, resolve: (value: T) => void, reject: (reason: unknown) => void): () => void {
    try {
      const value = work();
      return () => resolve(value);
    } catch (failure) {
      return () => reject(failure);
    }
  }

  #happens(what: keyof Weather): boolean {
    return this.#dice.chance(this.weather[what]);
  }

  #travel(): number {
    return this.#dice.chance(0.02) ? this.#dice.between(1, 20) : this.#dice.between(0.1, 0.5);
  }

  #duration(broken: boolean): number {
    return broken || this.#happens('slowSave') ? this.#dice.between(5, 300) : this.#dice.between(0.2, 1);
  }
}
