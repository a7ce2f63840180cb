/** One connection after the other to the feed, from wherever the last one broke off. */
import type { Actor, FeedMessage } from '@intray/core';
import type { Callers } from './callers.ts';
import type { Dice } from './dice.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { Server } from './server.ts';
import { isSurprise, type Verdict } from './verdict.ts';

export interface FeedReaderParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly verdict: Verdict;
  readonly callers: Callers;
  readonly actor: Actor;
  readonly life: Life;
  readonly hear: (message: FeedMessage) => void;
}

export class FeedReader {
  readonly #parts: FeedReaderParts;
  #cursor: string | undefined;
  #connection: { open: boolean; readonly abort: AbortController } | undefined;

  constructor(parts: FeedReaderParts, cursor: string | undefined) {
    this.#parts = parts;
    this.#cursor = cursor;
  }

  connect(): void {
    const server = this.#parts.callers.server();
    if (server === undefined) {
      this.#later();
      return;
    }
    const connection = { open: true, abort: new AbortController() };
    this.#connection = connection;
    void server.death.then(() => this.#lose(connection));
    void this.#listen(server, connection);
  }

  /** The line is cut; it is made again a moment later. */
  cut(): void {
    if (this.#connection !== undefined) this.#lose(this.#connection);
  }

  async #listen(
    server: Server,
    connection: { open: boolean; readonly abort: AbortController },
  ): Promise<void> {
    const { actor, life, hear, verdict } = this.#parts;
    try {
      for await (const message of server.engine.follow(actor, this.#cursor, connection.abort.signal)) {
        if (!connection.open || !life.alive) break;
        this.#cursor = message.cursor;
        hear(message);
      }
    } catch (failure) {
      if (isSurprise(failure)) verdict.surprise('a follower was answered with a failure', failure);
    }
    this.#lose(connection);
  }

  #lose(connection: { open: boolean; readonly abort: AbortController }): void {
    if (!connection.open) return;
    connection.open = false;
    connection.abort.abort();
    this.#later();
  }

  #later(): void {
    const { scheduler, dice, life } = this.#parts;
    scheduler.after(dice.between(50, 1_500), () => this.connect(), life);
  }
}
