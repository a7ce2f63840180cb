/** Follows the feed for as long as it takes: every message once and in order, over any number of cuts. */
import type { FeedMessage } from '@intray/core';
import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../trpc/router.ts';
import { type Backoff, delayBefore, wait } from './waiting.ts';

export interface FollowOptions {
  /** The cursor of the answer the desk was drawn from; what happens after it is told. Absent: from now on. */
  readonly from?: string;
  readonly onMessage: (message: FeedMessage) => void;
  /** `live`: connected and following. */
  readonly onState?: (state: 'connecting' | 'live' | 'stopped') => void;
}

export interface Following {
  /** The last cursor seen. */
  readonly cursor: string | undefined;
  stop(): void;
}

interface Ports {
  readonly trpc: TRPCClient<AppRouter>;
  readonly backoff: Backoff;
  readonly wakes: (wake: () => void) => () => void;
  readonly signedIn: () => boolean;
}

export function followFeed({ trpc, backoff, wakes, signedIn }: Ports, options: FollowOptions): Following {
  const { onMessage, onState = () => undefined } = options;
  const stopping = new AbortController();
  let cursor = options.from;

  /** One subscription, until it ends for whatever reason. tRPC itself resumes it after a cut of the socket. */
  const once = () =>
    new Promise<void>((resolve) => {
      const subscription = trpc.feed.subscribe(
        { lastEventId: cursor ?? null },
        {
          onStarted: () => onState('live'),
          onData({ id, data }) {
            cursor = id;
            onMessage(data);
          },
          onConnectionStateChange: ({ state }) => {
            if (state === 'connecting') onState('connecting');
          },
          onError: () => resolve(),
          onStopped: () => resolve(),
          onComplete: () => resolve(),
        },
      );
      const stop = () => {
        subscription.unsubscribe();
        resolve();
      };
      if (stopping.signal.aborted) stop();
      else stopping.signal.addEventListener('abort', stop, { once: true });
    });

  async function run(): Promise<void> {
    for (let attempt = 0; !stopping.signal.aborted && signedIn(); attempt += 1) {
      onState('connecting');
      const before = cursor;
      await once();
      if (cursor !== before) attempt = 0;
      if (!stopping.signal.aborted)
        await wait(attempt === 0 ? 0 : delayBefore(attempt, backoff), wakes, stopping.signal);
    }
    onState('stopped');
  }
  void run();

  return {
    get cursor() {
      return cursor;
    },
    stop: () => stopping.abort(),
  };
}
