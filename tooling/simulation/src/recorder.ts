/** Follows the feed of everything and holds it against what was committed: each event once, in order, none left out. */
import { type FeedMessage, user } from '@intray/core';
import type { MemoryDatabase } from '@intray/store/memory';
import type { Callers } from './callers.ts';
import { ADMINISTRATOR } from './centre.ts';
import type { Dice } from './dice.ts';
import { FeedReader } from './feed-reader.ts';
import type { Scheduler } from './scheduler.ts';
import type { Verdict } from './verdict.ts';

export interface RecorderParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly verdict: Verdict;
  readonly callers: Callers;
  readonly database: MemoryDatabase;
}

export class Recorder {
  readonly #parts: RecorderParts;
  readonly #heard: string[] = [];
  readonly #reader: FeedReader;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    const life = { alive: true };
    const hear = (message: FeedMessage) => this.#hear(message);
    this.#reader = new FeedReader({ ...parts, actor: user(ADMINISTRATOR), life, hear }, '0.0');
    this.#reader.connect();
  }

  cut(): void {
    this.#reader.cut();
  }

  #hear(message: FeedMessage): void {
    if (message.kind === 'event') this.#heard.push(message.cursor);
  }

  /** How far it lies behind. */
  get behind(): number {
    return this.#all().length - this.#heard.length;
  }

  check(): void {
    const all = this.#all();
    const at = all.findIndex((cursor, index) => this.#heard[index] !== cursor);
    this.#parts.verdict.holds(
      'the feed tells each event once and in order',
      at === -1 && this.#heard.length === all.length,
      () => ({
        committed: all.length,
        heard: this.#heard.length,
        at,
        expected: all[at],
        got: this.#heard[at],
      }),
    );
  }

  #all(): readonly string[] {
    return [...this.#parts.database.eventsAfter(0n, 0)].map(({ cursor }) => cursor);
  }
}
