/**
 * Serves the documentation at `/docs`, to anybody: it tells what anybody can read in the source, and nothing of this
 * contact centre. Everything comes from this server, so it works without the rest of the world.
 */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asyncApi, type Whereabouts } from './asyncapi.ts';
import { messagesPage } from './messages-page.ts';
import { openApi } from './openapi.ts';
import { ASSETS, requestsPage, START_SCRIPT } from './page.ts';

const SWAGGER_UI = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/swagger-ui.css')));

/** Sends a text, or word that the browser has it already. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).send(text);
}

/** Where people find us, as the operator says it, or else where the caller did. */
function whereabouts(request: FastifyRequest, publicUrl: string | undefined): Whereabouts {
  if (publicUrl === undefined) return { host: request.host, protocol: request.protocol };
  const { host, protocol } = new URL(publicUrl);
  return { host, protocol: protocol.slice(0, -1) };
}

/** Mounts it. The documents are written when they are first asked for. */
export function mountDocs(app: FastifyInstance, publicUrl: string | undefined): void {
  let requests: string | undefined;
  let messages: string | undefined;
  app.register((scope, _options, done) => {
    scope.register(serveStatic, { root: SWAGGER_UI, serve: false });
    scope.get('/docs', (request, reply) => send(request, reply, 'text/html', requestsPage));
    scope.get('/docs/messages', (request, reply) => {
      messages ??= messagesPage();
      return send(request, reply, 'text/html', messages);
    });
    scope.get('/docs/openapi.json', (request, reply) => {
      requests ??= JSON.stringify(openApi());
      return send(request, reply, 'application/json', requests);
    });
    scope.get('/docs/asyncapi.json', (request, reply) =>
      send(request, reply, 'application/json', JSON.stringify(asyncApi(whereabouts(request, publicUrl)))),
    );
    scope.get('/docs/assets/start.js', (request, reply) =>
      send(request, reply, 'text/javascript', START_SCRIPT),
    );
    for (const file of ASSETS)
      scope.get(`/docs/assets/${file}`, (_request, reply) =>
        reply.header('cache-control', 'no-cache').sendFile(file, { cacheControl: false }),
      );
    done();
  });
}
