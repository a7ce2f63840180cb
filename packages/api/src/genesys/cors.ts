/** Lets pages of named other origins call, as Genesys' `crossOriginSettings` do. */
import type { FastifyInstance } from 'fastify';
import type { CorsSettings } from './options.ts';

const METHODS = 'GET,POST,PUT,DELETE,OPTIONS';
const HEADERS = [
  'X-Requested-With',
  'Content-Type',
  'Accept',
  'Origin',
  'Cookie',
  'authorization',
  'ssid',
  'surl',
  'ContactCenterId',
  'X-CSRF-TOKEN',
  'If-Match',
  'Idempotency-Key',
];
const EXPOSED = 'X-CSRF-HEADER,X-CSRF-TOKEN,ETag';
const REMEMBERED = 120;

/** Answers preflights, and marks every answer to an allowed origin. Nothing is said to any other. */
export function allowOrigins(app: FastifyInstance, settings: CorsSettings | undefined): void {
  if (settings === undefined) return;
  const { allowedOrigins, allowedHeaders = HEADERS, cacheTimeToLive = REMEMBERED } = settings;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowedOrigins.includes(origin)) return;
    reply
      .header('access-control-allow-origin', origin)
      .header('access-control-allow-credentials', 'true')
      .header('access-control-expose-headers', EXPOSED);
    if (request.method !== 'OPTIONS') return;
    reply
      .header('access-control-allow-methods', METHODS)
      .header('access-control-allow-headers', allowedHeaders.join(','))
      .header('access-control-max-age', String(cacheTimeToLive));
    return reply.code(204).send();
  });
  app.options('/*', async (_request, reply) => reply.code(204).send());
}
