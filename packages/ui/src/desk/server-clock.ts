/** The server's time as this desk knows it. A laptop whose clock is wrong by minutes still counts down rightly. */
export interface ServerClock {
  /** The server said that it was `now` when it answered, just before this call. */
  heard(now: number): void;
  now(): number;
  /** Milliseconds to add to this computer's clock. */
  offset(): number;
}

/**
 * A clock that believes the answer which took the shortest way: what a slow answer says is too old by its travel, and
 * therefore smaller. It follows the server down only when the difference cannot be travel any more.
 */
export function serverClock(read: () => number = Date.now): ServerClock {
  let offset: number | undefined;
  return {
    heard(now) {
      const measured = now - read();
      if (offset === undefined || measured > offset || offset - measured > 2_000) offset = measured;
    },
    now: () => read() + (offset ?? 0),
    offset: () => offset ?? 0,
  };
}
