/** Puts the router on HTTP, for everything but the feed. */
import type { Desk } from '@intray/core';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import { type TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { FastifyError, FastifyInstance } from 'fastify';
import { envelopeOf } from '../server/errors.ts';
import { identifyByCookie } from '../signin/identify.ts';
import type { Logins } from '../signin/logins.ts';
import type { Log } from '../wire/log.ts';
import type { Context } from './context.ts';
import { reportFailure } from './report.ts';
import { type AppRouter, appRouter } from './router.ts';

const LARGEST_BATCH = 100;

/** What HTTP refuses before a procedure is reached, as tRPC's clients understand it. */
const BY_STATUS: Readonly<Record<number, TRPC_ERROR_CODE_KEY>> = {
  400: 'BAD_REQUEST',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'SERVICE_UNAVAILABLE',
};

/** Mounts the router below `/trpc`. Only the cookie opens it: programs have REST. */
export function mountTrpc(
  app: FastifyInstance,
  { desk, logins, log }: { desk: Desk; logins: Logins; log: Log },
): void {
  const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
    router: appRouter,
    maxBatchSize: LARGEST_BATCH,
    async createContext({ req }): Promise<Context> {
      const sender = await identifyByCookie(req, logins);
      return {
        desk,
        requestId: req.id,
        actor: sender && { kind: 'user', id: sender.userName },
        mayChange: sender?.mayChange ?? false,
        stream: undefined,
      };
    },
    onError: reportFailure(log),
  };
  const envelope = envelopeOf(log);
  app.register((scope, _options, done) => {
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const { message } = envelope(error, request, reply).error;
      const code = BY_STATUS[reply.statusCode] ?? 'INTERNAL_SERVER_ERROR';
      const data = { code, httpStatus: reply.statusCode };
      return reply.send({ error: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data } });
    });
    scope.register(fastifyTRPCPlugin<AppRouter>, { prefix: '/trpc', trpcOptions });
    done();
  });
}
