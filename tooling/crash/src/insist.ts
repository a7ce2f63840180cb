/** Asking until there is an answer, as every honest client of a server that may die must. */
import { setTimeout as after } from 'node:timers/promises';
import { TRPCClientError } from '@trpc/client';

/** Between two tries: short, so that a server that is back is under load at once. Milliseconds. */
const PAUSE = 50;

/** No answer yet: the other side is away, starting, or has lost its database. Anything else is an answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Repeats the question until it is answered or given up on. */
export async function insist<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await ask();
    } catch (failure) {
      if (!mayPass(failure)) throw failure;
      await after(PAUSE, undefined, { signal });
    }
  }
}

function mayPass(failure: unknown): boolean {
  if (failure instanceof NoAnswer) return true;
  if (!(failure instanceof TRPCClientError)) return false;
  const data = failure.data as { readonly httpStatus?: number } | null | undefined;
  return data == null || (data.httpStatus ?? 0) >= 500;
}
