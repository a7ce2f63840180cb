/**
 * Gives a command so that a cut network neither loses nor doubles it: one command id, sent again until an answer comes.
 * The server answers a known id with the same receipt and does nothing twice.
 */
import type { Command, Outcome } from '@intray/core';
import { type TRPCClient, TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../trpc/router.ts';
import { newCommandId } from './surroundings.ts';
import { type Backoff, delayBefore, wait } from './waiting.ts';

export interface ExecuteOptions {
  readonly expectVersion?: number;
  /** To find one's own event in the feed; made up if absent. */
  readonly commandId?: string;
  readonly signal?: AbortSignal;
}

export interface Patience {
  /** How long to go on trying, in milliseconds. */
  readonly total: number;
  /** How long one try may take, in milliseconds. */
  readonly each: number;
}

export const USUAL_PATIENCE: Patience = { total: 30_000, each: 10_000 };

interface Ports {
  readonly trpc: TRPCClient<AppRouter>;
  readonly backoff: Backoff;
  readonly patience: Patience;
  readonly wakes: (wake: () => void) => () => void;
}

/** No answer of Intray's came back: cut, timed out, answered by something in between, or by a server that is stopping. */
function wasCut(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data = error.data as { readonly httpStatus?: number } | null | undefined;
  return data == null || data.httpStatus === 503;
}

/**
 * @returns core's outcome: a receipt, or a refusal as a value
 * @throws TRPCClientError when nobody is signed in, the server failed, or the network stayed away too long
 */
export async function execute(
  ports: Ports,
  command: Command,
  options: ExecuteOptions = {},
): Promise<Outcome> {
  const { trpc, backoff, patience, wakes } = ports;
  const { commandId = newCommandId(), expectVersion, signal } = options;
  const order = { commandId, command, ...(expectVersion === undefined ? {} : { expectVersion }) };
  const giveUpAt = Date.now() + patience.total;

  for (let attempt = 0; ; attempt += 1) {
    const limit = AbortSignal.timeout(patience.each);
    try {
      return await trpc.desk.execute.mutate(order, {
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
    } catch (error) {
      if (!wasCut(error) || signal?.aborted || Date.now() >= giveUpAt) throw error;
      await wait(delayBefore(attempt, backoff), wakes, signal);
    }
  }
}
