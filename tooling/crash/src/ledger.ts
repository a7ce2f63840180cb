/**
 * What the outside was promised: every answer that came back, written down in a process that survives. The server's
 * own books are held against it.
 */
import type { Command, EventType, FeedMessage, InteractionState, Outcome } from '@intray/core';

/** A command that was answered with "done". */
export interface Acknowledged {
  readonly commandId: string;
  readonly by: string;
  readonly command: Command;
  /** Of the interaction or the agent. */
  readonly id: string;
  readonly version: number;
  readonly state?: InteractionState;
  /** What was said to have happened; absent where the wire does not say (a submission that was there already). */
  readonly events?: readonly EventType[];
}

/** One event of an interaction, as a follower of the feed heard of it. */
export interface Told {
  readonly id: string;
  readonly version: number;
}

/** The ledger as it stood at one moment. */
export interface Page {
  /** By external id: the id that was answered. */
  readonly submitted: ReadonlyMap<string, string>;
  readonly acknowledged: readonly Acknowledged[];
  /** Ids of commands that were answered with "no". */
  readonly refused: readonly string[];
  readonly told: readonly Told[];
  /** Answers that cannot both be true, in words. */
  readonly contradictions: readonly string[];
}

interface Waiter {
  readonly met: () => boolean;
  readonly resolve: () => void;
}

export class Ledger {
  readonly #submitted = new Map<string, string>();
  readonly #acknowledged: Acknowledged[] = [];
  readonly #refused: string[] = [];
  readonly #told: Told[] = [];
  readonly #contradictions: string[] = [];
  readonly #open = new Set<string>();
  /** Work can be done before its submission is answered: by another server, while this one dies. */
  readonly #done = new Set<string>();
  #waiters: Waiter[] = [];

  /** Acknowledged commands so far. */
  get count(): number {
    return this.#acknowledged.length;
  }

  get told(): number {
    return this.#told.length;
  }

  /** Submitted and not yet finished, as far as the outside knows. */
  get open(): number {
    return this.#open.size;
  }

  /** A submission was answered with an id. */
  submission(externalId: string, entry: Acknowledged): void {
    const before = this.#submitted.get(externalId);
    if (before === undefined && !this.#done.has(entry.id)) this.#open.add(entry.id);
    if (before !== undefined && before !== entry.id)
      this.contradiction(`${externalId} was answered with ${before}, then with ${entry.id}`);
    this.#submitted.set(externalId, entry.id);
    this.#acknowledged.push(entry);
    this.#happened();
  }

  /** A command was answered. */
  answered(commandId: string, by: string, command: Command, outcome: Outcome): void {
    if (!outcome.ok) {
      this.#refused.push(commandId);
    } else {
      const { ok, ...receipt } = outcome;
      this.#acknowledged.push({ commandId, by, command, ...receipt });
      if (receipt.state === 'Done') {
        this.#done.add(receipt.id);
        this.#open.delete(receipt.id);
      }
    }
    this.#happened();
  }

  /** The feed said something. */
  heard(message: FeedMessage): void {
    if (message.kind === 'reset') this.contradiction('the feed asked to read everything anew');
    if (message.kind !== 'event' || message.event.subject !== 'interaction') return;
    this.#told.push({ id: message.event.interactionId, version: message.event.version });
    this.#happened();
  }

  contradiction(words: string): void {
    this.#contradictions.push(words);
  }

  /** Resolves as soon as the condition holds; it is looked at again whenever something is written down. */
  until(met: () => boolean): Promise<void> {
    if (met()) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ met, resolve }));
  }

  /** Lets those who wait look again, because something else changed that they wait for. */
  nudge(): void {
    this.#happened();
  }

  page(): Page {
    return {
      submitted: new Map(this.#submitted),
      acknowledged: [...this.#acknowledged],
      refused: [...this.#refused],
      told: [...this.#told],
      contradictions: [...this.#contradictions],
    };
  }

  #happened(): void {
    if (this.#waiters.length === 0) return;
    const met = this.#waiters.filter((waiter) => waiter.met());
    if (met.length === 0) return;
    this.#waiters = this.#waiters.filter((waiter) => !met.includes(waiter));
    for (const { resolve } of met) resolve();
  }
}
