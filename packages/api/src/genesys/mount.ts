/** Puts this wire's table on the server. */
import type { Desk } from '@intray/core';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { readIdempotencyKey, readIfMatch } from '../rest/route.ts';
import { envelopeOf } from '../server/errors.ts';
import { EDGE_CODES, type EdgeCode, EdgeRefusal } from '../wire/envelope.ts';
import type { Log } from '../wire/log.ts';
import { baseOf } from './addresses.ts';
import { allowOrigins } from './cors.ts';
import type { Presences } from './notifications/presences.ts';
import type { Settled } from './options.ts';
import { originOf } from './origin.ts';
import { nameOfAnswer, type ProtocolName } from './protocol-names.ts';
import { references } from './references.ts';
import { readBody, readQuery, type V2Route } from './route.ts';
import { directoryRoutes } from './routes/directory.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { meRoutes } from './routes/me.ts';
import { workbinOperationRoutes } from './routes/workbin-operations.ts';
import { workbinStatisticsRoutes } from './routes/workbin-statistics.ts';
import { workbinRoutes } from './routes/workbins.ts';
import type { Sessions, Visitor } from './session.ts';
import { STATUS, STATUS_OF_EDGE, V2Refusal } from './status.ts';

/** Everything that is answered below `/api/v2`, apart from notifications. */
export const V2_ROUTES: readonly V2Route[] = [
  ...meRoutes,
  ...directoryRoutes,
  ...workbinRoutes,
  ...workbinStatisticsRoutes,
  ...workbinOperationRoutes,
  ...interactionRoutes,
];

export interface GenesysPorts {
  readonly desk: Desk;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly settings: Settled;
  readonly presences: Presences;
  readonly publicUrl: string | undefined;
  readonly newInteractionId: () => string;
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

function answerFailures(app: FastifyInstance, log: Log): void {
  const envelope = envelopeOf(log);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof V2Refusal) {
      const { statusCode, message: statusMessage } = error;
      log.debug({ requestId: request.id, event: 'EventError' satisfies ProtocolName, statusCode }, 'refused');
      return reply.code(200).send({ statusCode, statusMessage });
    }
    // Clients look for exactly this text.
    if (error instanceof EdgeRefusal && error.code === 'csrf_missing')
      return reply.code(EDGE_CODES.csrf_missing).type('text/plain; charset=utf-8').send(error.message);
    const { code, message } = envelope(error, request, reply).error;
    return reply.send({ statusCode: STATUS_OF_EDGE[code as EdgeCode], statusMessage: message });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(EDGE_CODES.path_unknown).send({
      statusCode: STATUS.notFound,
      statusMessage: `There is nothing at ${request.method} ${request.url.split('?', 1)[0]?.slice(0, 200)}.`,
    }),
  );
}

/** A body that was announced and did not come is none: the parameter that is then missing is what the client hears of. */
function readJson(app: FastifyInstance): void {
  const read = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) =>
    body.trim() === '' ? done(null, undefined) : read(request, body, done),
  );
}

/** Mounts the table below the scope's prefix, with errors and origins as this wire has them. */
export function mountGenesys(app: FastifyInstance, ports: GenesysPorts): void {
  const { desk, log, sessions, settings, presences, publicUrl, newInteractionId } = ports;
  const visitors = new WeakMap<FastifyRequest, Visitor>();
  const numbers = references();
  allowOrigins(app, settings.crossOrigin);
  answerFailures(app, log);
  readJson(app);
  // Pages may be served beside this wire by a route for every address: below the prefix nothing is left to it.
  for (const url of ['/', '/*']) app.get(url, (_request, reply) => reply.callNotFound());

  for (const route of V2_ROUTES) {
    const { method, path, multimedia, handle } = route;
    app.route({
      method,
      url: path,
      // A stranger is turned away before the body is read.
      onRequest: async (request) => void visitors.set(request, await sessions.admit(request)),
      async handler(request, reply) {
        const visitor = visitors.get(request);
        if (visitor === undefined)
          throw new Error('A route was reached without anybody having been admitted.');
        const { userName } = visitor;
        if (method === 'GET') await sessions.greet(visitor, reply);
        if (multimedia && !settings.features.includes('api-multimedia'))
          throw new V2Refusal(STATUS.forbidden, 'The feature "api-multimedia" is switched off.');
        presences.heardOf(userName);
        const writing = { base: baseOf(originOf(request, publicUrl)), settings };
        const key = readIdempotencyKey(header(request, 'idempotency-key'));
        const query = readQuery(request.query);
        const body = readBody(request.body);
        const answer = await handle({
          desk,
          actor: { kind: 'user', id: userName },
          params: request.params as Record<string, string>,
          query,
          body,
          writing,
          newInteractionId,
          expectVersion: readIfMatch(header(request, 'if-match')),
          async presence() {
            const present = presences.of(userName, writing);
            await present.ready;
            return present;
          },
          reference: (part = '') => numbers.next(userName, key === undefined ? undefined : `${key}\0${part}`),
        });
        const event = nameOfAnswer(route, { query, body });
        if (event !== undefined) log.debug({ requestId: request.id, event, userName }, 'answered');
        if (answer.etag !== undefined) {
          reply.header('etag', answer.etag);
          if (header(request, 'if-none-match') === answer.etag) return reply.code(304).send();
        }
        return reply.send(answer.body);
      },
    });
  }
}
