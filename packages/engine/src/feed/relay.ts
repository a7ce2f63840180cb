/**
 * Reads the feed of events, once for the whole node, and tells everybody in this process who wants to know. It reads
 * when this node has committed something, when another node hints that it has, and once a second in any case: a hint
 * that is lost costs a second and nothing else.
 *
 * What this node has committed itself it tells without reading it back, if nothing can come between where the feed has
 * been read to and the events (`own-commits.ts`).
 */
import type { FeedMessage } from '@intray/core';
import { type FeedEntry, isAfter, type Published, type Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Counters } from '../metrics.ts';
import { OwnCommits, type Save } from './own-commits.ts';

/** An event as it is handed around: the same frozen message to every follower, so that it can be encoded once. */
export interface Told {
  readonly entry: FeedEntry;
  readonly message: FeedMessage & { readonly kind: 'event' };
}

/** Hears every slice of the feed in order; `cursor` is where the feed has been read to. Must not throw. */
export type Listener = (told: readonly Told[], cursor: string) => void;

export interface RelayParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly counters: Counters;
}

const SLICE = 500;
const POLL = 1_000;
/** How soon to look again for an own event that was hidden by an older transaction. Nobody may tell of its end. */
const SOON = 20;

export class Relay {
  readonly #parts: RelayParts;
  readonly #listeners = new Set<Listener>();
  readonly #own = new OwnCommits();
  #cursor = '0.0';
  /** The last event of this node that could not be told without reading. */
  #unread = '0.0';
  #reading: Promise<void> | undefined;
  #again = false;
  /** Those who wait for a read that begins after they asked: of the read under way, and of the next one. */
  #waitingForThis: (() => void)[] = [];
  #waitingForNext: (() => void)[] = [];
  #poll: { cancel(): void } | undefined;
  #soon: { cancel(): void } | undefined;
  #hints: { stop(): Promise<void> } | undefined;
  #running = false;
  #hinting = false;
  #hintAgain = false;

  constructor(parts: RelayParts) {
    this.#parts = parts;
  }

  /** Where the feed has been read to. */
  get cursor(): string {
    return this.#cursor;
  }

  async start(): Promise<void> {
    if (this.#running) return;
    this.#cursor = await this.#parts.store.feedEnd();
    this.#hints = await this.#parts.store.onHint(() => this.wake());
    // Only now: a start that failed for want of the database must be able to be tried again.
    this.#running = true;
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#poll?.cancel();
    this.#soon?.cancel();
    await this.#reading;
    await this.#hints?.stop();
    this.#hints = undefined;
    for (const resolve of [...this.#waitingForThis.splice(0), ...this.#waitingForNext.splice(0)]) resolve();
  }

  subscribe(listener: Listener): { stop(): void } {
    this.#listeners.add(listener);
    return { stop: () => void this.#listeners.delete(listener) };
  }

  /** There may be something to read. */
  wake(): void {
    if (!this.#running) return;
    if (this.#reading !== undefined) {
      this.#again = true;
      return;
    }
    this.#reading = this.#readAll().finally(() => {
      this.#reading = undefined;
      if (this.#again) this.wake();
    });
  }

  /** A save is about to be sent. Every one that begins has to end. */
  saving(): Save {
    return this.#own.begin();
  }

  /** Something was committed here: tell it or read it, and let the other nodes know that there is something to read. */
  committed(save: Save, published: Published | undefined): void {
    if (!this.#running) return;
    if (published === undefined) this.wake();
    else {
      this.#own.add(save, published);
      this.#tellOwn();
    }
    if (this.#hinting) this.#hintAgain = true;
    else void this.#hint();
  }

  /** A save was answered, one way or the other. */
  saved(save: Save): void {
    this.#own.end(save);
    if (this.#running) this.#tellOwn();
  }

  /** Resolves when everything that was visible at the call has been told (or the relay has stopped). */
  async caughtUp(): Promise<void> {
    if (!this.#running) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waitingForNext.push(resolve);
    this.wake();
    return promise;
  }

  #schedule(): void {
    if (!this.#running) return;
    this.#poll = this.#parts.clock.at(this.#parts.clock.now() + POLL, async () => {
      this.wake();
      await this.#reading;
      this.#schedule();
    });
  }

  #lookAgainSoon(): void {
    const { clock } = this.#parts;
    this.#soon?.cancel();
    if (this.#running) this.#soon = clock.at(clock.now() + SOON, () => this.wake());
  }

  /** Tells of the node's own events at once, as far as nothing else can lie before them; reads what is left over. */
  #tellOwn(): void {
    for (;;) {
      const published = this.#own.next(this.#cursor);
      const last = published?.entries.at(-1);
      if (published === undefined || last === undefined) break;
      this.#cursor = last.cursor;
      this.#tell(published.entries);
    }
    const overdue = this.#own.overdue();
    if (overdue === undefined) return;
    if (isAfter(overdue, this.#unread)) this.#unread = overdue;
    this.wake();
  }

  /** At most one hint is on its way; commits that come meanwhile share the next one. */
  async #hint(): Promise<void> {
    this.#hinting = true;
    do {
      this.#hintAgain = false;
      try {
        await this.#parts.store.hint();
      } catch (failure) {
        this.#parts.log.warn(
          { err: failure },
          'Other nodes could not be told of new events; they look once a second anyway.',
        );
      }
    } while (this.#hintAgain && this.#running);
    this.#hinting = false;
  }

  async #readAll(): Promise<void> {
    const { store, log, counters } = this.#parts;
    try {
      do {
        this.#again = false;
        this.#waitingForThis.push(...this.#waitingForNext.splice(0));
        for (let more = true; more && this.#running; ) {
          const from = this.#cursor;
          const slice = await store.feed(from, SLICE);
          more = slice.more;
          counters.feedReads += 1;
          // Own events may have been told meanwhile; then nothing else lay before them.
          const told = this.#cursor;
          const entries =
            told === from ? slice.entries : slice.entries.filter(({ cursor }) => isAfter(cursor, told));
          if (isAfter(slice.cursor, told)) this.#cursor = slice.cursor;
          this.#tell(entries);
          this.#tellOwn();
        }
        for (const resolve of this.#waitingForThis.splice(0)) resolve();
      } while (this.#again && this.#running);
      if (isAfter(this.#unread, this.#cursor)) this.#lookAgainSoon();
    } catch (failure) {
      // Nothing is lost: the cursor stands where it stood, and the next poll reads on from there.
      this.#again = false;
      this.#waitingForNext.unshift(...this.#waitingForThis.splice(0));
      log.warn(
        { err: failure },
        'The feed of events could not be read; it will be tried again within a second.',
      );
    }
  }

  #tell(entries: readonly FeedEntry[]): void {
    const { counters, clock } = this.#parts;
    const told = entries.map((entry): Told => {
      const { cursor, event, commandId } = entry;
      return {
        entry,
        message: Object.freeze({
          kind: 'event',
          cursor,
          event,
          ...(commandId === undefined ? {} : { commandId }),
        }),
      };
    });
    const last = entries.at(-1);
    if (last !== undefined) counters.feedLag = Math.max(0, clock.now() - last.event.at);
    counters.feedEntries += entries.length;
    for (const listener of [...this.#listeners]) listener(told, this.#cursor);
  }
}
