/** Where every failure of HTTP ends: a refusal gets its envelope, a surprise is logged once and says only its number. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EDGE_CODES, type EdgeCode, EdgeRefusal, type Envelope, edgeEnvelope } from '../wire/envelope.ts';
import type { Log } from '../wire/log.ts';

/** What fastify itself refuses, by the status it gives it. */
const BY_STATUS: Readonly<Record<number, readonly [EdgeCode, string]>> = {
  400: [
    'invalid_input',
    'The request is not understood: its body must be valid JSON. Correct it and send it again.',
  ],
  413: ['body_too_large', 'The body is larger than 1 MiB. Send less at once.'],
  415: ['media_type_unsupported', 'The body must be JSON. Send it with "content-type: application/json".'],
  503: ['stopping', 'This server is stopping. Try again in a moment.'],
};

const surprise = (requestId: string): Envelope => ({
  error: {
    code: 'internal',
    message: `Intray failed at this. Try again; if it stays so, give the operator this number: ${requestId}.`,
    requestId,
  },
});

/** Sets the two handlers through which everything that is not an answer leaves. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof EdgeRefusal) {
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      // No WWW-Authenticate: a browser would answer it with a dialogue of its own over our sign-in page.
      return reply.code(error.status).send(edgeEnvelope(error.code, error.message, error.detail));
    }
    const known = error.code?.startsWith('FST_') ? BY_STATUS[error.statusCode ?? 500] : undefined;
    if (known !== undefined) {
      const [code, message] = known;
      return reply.code(EDGE_CODES[code]).send(edgeEnvelope(code, message));
    }
    log.error(
      { requestId: request.id, method: request.method, route: request.routeOptions.url, error },
      'a request failed',
    );
    return reply.code(500).send(surprise(request.id));
  });

  app.setNotFoundHandler((request, reply) =>
    reply
      .code(EDGE_CODES.path_unknown)
      .send(
        edgeEnvelope(
          'path_unknown',
          `There is nothing at ${request.method} ${request.url.split('?', 1)[0]?.slice(0, 200)}.`,
        ),
      ),
  );
}
