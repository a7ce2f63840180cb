/** What callers were told, held against what is there: an acknowledged command is there, once, and stays answered. */
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '@intray/core';
import type { MemoryDatabase } from '@intray/store/memory';
import type { Books } from './books.ts';
import type { Verdict } from './verdict.ts';

export class Ledger {
  readonly #answers = new Map<string, Outcome & { readonly ok: true }>();
  readonly #externalIds = new Map<string, string>();
  readonly #database: MemoryDatabase;
  readonly #books: Books;
  readonly #verdict: Verdict;

  constructor(database: MemoryDatabase, books: Books, verdict: Verdict) {
    this.#database = database;
    this.#books = books;
    this.#verdict = verdict;
  }

  get acknowledged(): number {
    return this.#answers.size;
  }

  /** Has been done or answered with yes, so that whoever asks from now on has to hear the same. */
  isDone(commandId: string): boolean {
    return this.#answers.has(commandId) || this.#books.eventsOf(commandId) > 0;
  }

  /** @param doneBefore it had been done before it was asked this time: of two who ask at once, one may be refused first */
  answered(commandId: string, outcome: Outcome, doneBefore: boolean): void {
    const former = this.#answers.get(commandId);
    if (!outcome.ok) {
      this.#verdict.holds('what has been done is not refused to whoever asks again', !doneBefore, () => ({
        commandId,
        former,
        outcome,
      }));
      return;
    }
    this.#verdict.holds(
      'the same command id gets the same answer',
      former === undefined || isDeepStrictEqual(former, outcome),
      () => ({ commandId, former, outcome }),
    );
    this.#answers.set(commandId, outcome);
    this.check(commandId, outcome);
  }

  /** The same external id is one piece of work, whoever is told so. */
  submitted(externalId: string, id: string): void {
    const former = this.#externalIds.get(externalId);
    this.#verdict.holds(
      'the same external id is one piece of work',
      former === undefined || former === id,
      () => ({ externalId, former, id }),
    );
    this.#externalIds.set(externalId, id);
  }

  checkAll(): void {
    for (const [commandId, outcome] of this.#answers) this.check(commandId, outcome);
    for (const [externalId, id] of this.#externalIds)
      this.#verdict.holds(
        'acknowledged work is there',
        this.#database.interactions.get(id)?.row.externalId === externalId,
        () => ({ externalId, id }),
      );
  }

  private check(commandId: string, outcome: Outcome & { readonly ok: true }): void {
    this.#verdict.holds(
      'what was answered with yes is kept, with its receipt',
      isDeepStrictEqual(this.#database.receipts.get(commandId), outcome),
      () => ({ commandId, outcome, kept: this.#database.receipts.get(commandId) }),
    );
    this.#verdict.holds(
      'what was answered with yes is kept, with its events',
      this.#books.eventsOf(commandId) === outcome.events.length,
      () => ({ commandId, outcome, events: this.#books.eventsOf(commandId) }),
    );
  }
}
