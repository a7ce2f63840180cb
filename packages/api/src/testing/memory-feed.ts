/** The events of a memory desk, in order, and whoever waits for the next. */
import type { Desk, DomainEvent, FeedMessage } from '@intray/core';

type Signal = Parameters<Desk['follow']>[2];

interface Entry {
  readonly message: Extract<FeedMessage, { kind: 'event' }>;
  readonly topics: ReadonlySet<string>;
}

export interface MemoryFeed {
  /** Where a follower begins who wants only what is still to come. */
  readonly cursor: string;
  append(event: DomainEvent, topics: readonly string[], commandId: string | undefined): void;
  /** @param sees asked anew for each event: what a person may see can change while they follow */
  follow(
    sees: (topics: ReadonlySet<string>) => boolean,
    cursor: string | undefined,
    signal: Signal,
  ): AsyncIterable<FeedMessage>;
  readonly events: readonly DomainEvent[];
}

export function memoryFeed(): MemoryFeed {
  const entries: Entry[] = [];
  const waiting = new Set<() => void>();

  /** Resolves with the next event or when the signal aborts, whichever comes first. */
  const next = (signal: Signal) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      if (signal.aborted) wake();
    });

  return {
    get cursor() {
      return String(entries.length);
    },
    get events() {
      return entries.map(({ message }) => message.event);
    },
    append(event, topics, commandId) {
      const cursor = String(entries.length + 1);
      const message = {
        kind: 'event' as const,
        cursor,
        event,
        ...(commandId === undefined ? {} : { commandId }),
      };
      entries.push({ message, topics: new Set(topics) });
      for (const wake of [...waiting]) wake();
    },
    async *follow(sees, cursor, signal) {
      let position = cursor === undefined ? entries.length : Number(cursor);
      if (!Number.isInteger(position) || position < 0) position = 0;
      while (!signal.aborted) {
        const entry = entries[position];
        if (entry === undefined) {
          await next(signal);
          continue;
        }
        position += 1;
        if (sees(entry.topics)) yield entry.message;
      }
    },
  };
}
