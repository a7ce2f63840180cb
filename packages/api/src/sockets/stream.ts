/** One WebSocket as a subscription sees it: so many places, and no faster than the peer reads. */
import type { Duplex } from 'node:stream';
import type { Stream } from '../trpc/context.ts';

const FEEDS_PER_CONNECTION = 8;
/** More than this unsent makes a sender wait, in bytes. */
const UNSENT_LIMIT = 1024 * 1024;

/** @param connection the raw socket below the WebSocket */
export function streamOver(connection: Duplex): Stream {
  let taken = 0;
  let draining: Promise<void> | undefined;

  const drain = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        connection.off('drain', done);
        connection.off('close', done);
        draining = undefined;
        resolve();
      };
      connection.once('drain', done);
      connection.once('close', done);
    });

  return {
    take() {
      if (taken >= FEEDS_PER_CONNECTION) return false;
      taken += 1;
      return true;
    },
    give() {
      taken -= 1;
    },
    async drained() {
      if (connection.destroyed || connection.writableLength < UNSENT_LIMIT) return;
      draining ??= drain();
      await draining;
    },
  };
}
