/**
 * An address that cannot be read (broken percent encoding, a part that is too long) reaches no route and so none of the
 * handlers for failures: it is answered here, in the envelope of the wire that it begins like.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_OF_EDGE } from '../genesys/status.ts';
import { EDGE_CODES, edgeEnvelope } from '../wire/envelope.ts';

const MESSAGE = 'The address is not understood: it has broken percent encoding, or a part that is too long.';

/** For `frameworkErrors`. */
export function answerUnreadableAddress(_error: Error, { url }: FastifyRequest, reply: FastifyReply): void {
  const envelope = /^\/api\/v2(?:[/?]|$)/.test(url)
    ? { statusCode: STATUS_OF_EDGE.invalid_input, statusMessage: MESSAGE }
    : edgeEnvelope('invalid_input', MESSAGE);
  void reply.code(EDGE_CODES.invalid_input).header('cache-control', 'no-store').send(envelope);
}
