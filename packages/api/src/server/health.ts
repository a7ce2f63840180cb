/** Two questions an operator's tools ask: does the process serve, and should it be sent work. */
import type { Desk } from '@intray/core';
import type { FastifyInstance } from 'fastify';

export function mountHealth(app: FastifyInstance, desk: Desk): void {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const health = await desk.health();
    return reply.code(health.ready ? 200 : 503).send(health);
  });
}
