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

/** Turns whatever was thrown into status and envelope, and logs it if it is a surprise. */
export const envelopeOf =
  (log: Log) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): Envelope => {
    if (error instanceof EdgeRefusal) {
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      // No WWW-Authenticate: a browser would answer it with a dialogue of its own over our sign-in page.
      reply.code(error.status);
      return edgeEnvelope(error.code, error.message, error.detail);
    }
    const known = error.code?.startsWith('FST_') ? BY_STATUS[error.statusCode ?? 500] : undefined;
    if (known !== undefined) {
      const [code, message] = known;
      reply.code(EDGE_CODES[code]);
      return edgeEnvelope(code, message);
    }
    const { id: requestId, method } = request;
    log.error({ requestId, method, route: request.routeOptions.url, error }, 'a request failed');
    reply.code(EDGE_CODES.internal);
    return surprise(requestId);
  };

/** Sets the two handlers through which everything that is not an answer leaves. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  const envelope = envelopeOf(log);
  app.setErrorHandler((error: FastifyError, request, reply) => reply.send(envelope(error, request, reply)));

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
