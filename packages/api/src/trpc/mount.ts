/** Puts the router on HTTP, for everything but the feed. */
import type { Desk } from '@intray/core';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import { identifyByCookie } from '../signin/identify.ts';
import type { Logins } from '../signin/logins.ts';
import type { Log } from '../wire/log.ts';
import type { Context } from './context.ts';
import { reportFailure } from './report.ts';
import { type AppRouter, appRouter } from './router.ts';

const LARGEST_BATCH = 100;

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
  app.register(fastifyTRPCPlugin<AppRouter>, { prefix: '/trpc', trpcOptions });
}
