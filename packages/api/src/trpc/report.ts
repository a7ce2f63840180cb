/** Logs surprises of procedures, once each. Refusals and wrong input are answers, not surprises. */
import type { TRPCError } from '@trpc/server';
import type { Log } from '../wire/log.ts';
import type { Context } from './context.ts';

interface Failure {
  readonly error: TRPCError;
  readonly path: string | undefined;
  readonly ctx?: Context | undefined;
}

/** An `onError` for tRPC's adapters. */
export const reportFailure =
  (log: Log) =>
  ({ error, path, ctx }: Failure): void => {
    if (error.code !== 'INTERNAL_SERVER_ERROR') return;
    log.error(
      { requestId: ctx?.requestId, procedure: path, error: error.cause ?? error },
      'a procedure failed',
    );
  };
