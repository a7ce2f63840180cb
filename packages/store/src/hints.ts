import { randomUUID } from 'node:crypto';
import type { Database } from './database/database.ts';

const CHANNEL = 'intray_feed';

/** A node tells the others at most once in so many milliseconds: a notification is a commit, and makes others queue up. */
const PAUSE_MS = 20;

/** "There is something to read", from every node to all others: each hint carries the name of who sent it. */
export interface Hints {
  hint(): Promise<void>;
  onHint(listener: () => void): Promise<{ stop(): Promise<void> }>;
  /** Drops what was not sent yet. */
  close(): void;
}

export function hintsOn(database: Database): Hints {
  const name = randomUUID();
  let planned: Promise<void> | undefined;
  let sentAt = Number.NEGATIVE_INFINITY;
  let wake: (() => void) | undefined;
  let closed = false;

  async function send(): Promise<void> {
    const wait = sentAt + PAUSE_MS - performance.now();
    // Waits a turn in any case: what is planned must be noted before it is cleared, or nothing is ever planned again.
    await (wait > 0 ? pause(wait) : undefined);
    // From here on a hint is about something newer than this notification, and plans the next one.
    planned = undefined;
    sentAt = performance.now();
    if (closed) return;
    // A hint may be lost by its nature, and readers look by themselves after a while. A database that is down says so
    // to everybody who asks it for something that matters.
    await database
      .query({ name: 'hint', text: 'select pg_notify($1, $2)', values: [CHANNEL, name] })
      .catch(() => {});
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    hint() {
      planned ??= send();
      return planned;
    },

    async onHint(listener) {
      // What was notified while the connection was away is gone, so its return is a hint as well.
      const listening = await database.listen(
        CHANNEL,
        (sender) => {
          if (sender !== name) listener();
        },
        listener,
      );
      return { stop: () => listening.close() };
    },

    close() {
      closed = true;
      wake?.();
    },
  };
}
