/** Two questions an operator's tools ask: does the process serve, and should it be sent work. */
import type { Desk } from '@intray/core';
import type { FastifyInstance } from 'fastify';

/** `demo`: every password is known, and whoever is asked to sign in may be told so. */
export function mountHealth(app: FastifyInstance, desk: Desk, demo: boolean): void {
  const serving = { status: 'ok', ...(demo && { demo }) };
  app.get('/healthz', async () => serving);
  app.get('/readyz', async (_request, reply) => {
    const health = await desk.health();
    return reply.code(health.ready ? 200 : 503).send(health);
  });
}
