/** Where this server is found. */
import type { FastifyRequest } from 'fastify';

/** Where the caller found us, unless the operator says where people find us. */
export const originOf = (request: FastifyRequest, publicUrl: string | undefined): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;
