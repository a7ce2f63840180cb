/** Where a follower's messages wait until they are fetched. Bounded: whoever is too slow is told to read all anew. */
import type { FeedMessage } from '@intray/core';

export class Mailbox {
  readonly #bound: number;
  #messages: FeedMessage[] = [];
  #overflowed = false;
  #wake: (() => void) | undefined;

  constructor(bound: number) {
    this.#bound = bound;
  }

  /** More came than was fetched, and what was waiting is gone. */
  get overflowed(): boolean {
    return this.#overflowed;
  }

  put(message: FeedMessage): void {
    if (this.#overflowed) return;
    if (this.#messages.length >= this.#bound) {
      this.#overflowed = true;
      this.#messages = [];
    } else this.#messages.push(message);
    this.ring();
  }

  get empty(): boolean {
    return this.#messages.length === 0 && !this.#overflowed;
  }

  /** Everything that waits, oldest first. */
  takeAll(): readonly FeedMessage[] {
    const messages = this.#messages;
    this.#messages = [];
    return messages;
  }

  /** Resolves at the next `put` or `ring`. One at a time may wait. */
  rung(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  ring(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
