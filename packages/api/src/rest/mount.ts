/** Puts the table of routes on the wire. */
import type { Desk } from '@intray/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SignedIn } from '../signin/identify.ts';
import { parse } from '../wire/parse.ts';
import { configurationRoutes } from './configuration.ts';
import { deskRoutes } from './desk.ts';
import { explanationRoutes } from './explanations.ts';
import { historyRoutes } from './history.ts';
import { interactionRoutes } from './interactions.ts';
import { operationsRoutes } from './operations.ts';
import { recordRoutes } from './records.ts';
import { reportRoutes } from './reports.ts';
import { type Route, readIdempotencyKey, readIfMatch } from './route.ts';
import { tableRoutes } from './tables.ts';
import { taskRoutes } from './tasks.ts';

/** Every route below `/api/v1` that asks the desk. */
export const ROUTES: readonly Route[] = [
  ...interactionRoutes,
  ...taskRoutes,
  ...deskRoutes,
  ...historyRoutes,
  ...explanationRoutes,
  ...configurationRoutes,
  ...tableRoutes,
  ...reportRoutes,
  ...recordRoutes,
  ...operationsRoutes,
];

export interface RestPorts {
  readonly desk: Desk;
  readonly newInteractionId: () => string;
  /** Answers who asks; throws an EdgeRefusal for strangers. */
  readonly admit: (request: FastifyRequest) => Promise<SignedIn>;
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Mounts the table below the scope's prefix. A stranger is turned away before the body is read. */
export function mountRest(app: FastifyInstance, { desk, newInteractionId, admit }: RestPorts): void {
  const senders = new WeakMap<FastifyRequest, SignedIn>();
  const onRequest = async (request: FastifyRequest) => void senders.set(request, await admit(request));

  for (const { method, path, params, query, body, largestBody, handle } of ROUTES)
    app.route({
      method,
      url: path,
      onRequest,
      ...(largestBody === undefined ? {} : { bodyLimit: largestBody }),
      async handler(request, reply) {
        const sender = senders.get(request);
        if (sender === undefined)
          throw new Error('A route was reached without anybody having been admitted.');
        const answer = await handle({
          desk,
          actor: { kind: 'user', id: sender.userName },
          params: parse(params, request.params),
          query: parse(query, request.query),
          body: body === undefined ? undefined : parse(body, request.body),
          commandId: readIdempotencyKey(header(request, 'idempotency-key')),
          expectVersion: readIfMatch(header(request, 'if-match')),
          newInteractionId,
        });
        if (answer.version !== undefined) reply.header('etag', `"${answer.version}"`);
        if (answer.type !== undefined) reply.type(answer.type);
        return reply.code(answer.status).send(answer.body);
      },
    });
}
