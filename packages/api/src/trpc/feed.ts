/** The live feed: everything the person may see, in order, from a cursor on. */
import type { FeedMessage } from '@intray/core';
import { TRPCError, type TrackedEnvelope, tracked } from '@trpc/server';
import { z } from 'zod';
import { procedure } from './base.ts';

const From = z
  .object({ lastEventId: z.string().max(200).nullish() })
  .strict()
  .optional();

/** Sends each message with its cursor; a client that comes back names the last one it saw and misses nothing. */
export const feed = procedure.input(From).subscription(async function* ({
  ctx,
  input,
  signal,
}): AsyncGenerator<TrackedEnvelope<FeedMessage>, void, unknown> {
  const { desk, actor, stream } = ctx;
  if (stream === undefined || signal === undefined)
    throw new TRPCError({
      code: 'METHOD_NOT_SUPPORTED',
      message: 'The feed is followed over a WebSocket at /trpc.',
    });
  if (!stream.take())
    throw new TRPCError({
      code: 'TOO_MANY_REQUESTS',
      message: 'This connection follows as many feeds as it may. Stop one first.',
    });
  try {
    for await (const message of desk.follow(actor, input?.lastEventId ?? undefined, signal)) {
      await stream.drained();
      yield tracked(message.cursor, message);
    }
  } finally {
    stream.give();
  }
});
