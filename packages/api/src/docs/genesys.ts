/** `/api/v2` as it is served: from the table that is mounted and the shapes that its routes state. */
import { z } from 'zod';
import { V2_ROUTES } from '../genesys/mount.ts';
import type { V2Route } from '../genesys/route.ts';
import { Refused } from '../genesys/shapes/shape.ts';
import { changingV2, type DocumentedAnswer, type Operation, readingV2, type Tag } from './operation.ts';
import { IDEMPOTENCY } from './rest.ts';

const REFUSED = 'Refused';
const ENVELOPE: DocumentedAnswer = { description: REFUSED, schema: Refused };
const ALWAYS = { 400: ENVELOPE, 401: ENVELOPE, 404: ENVELOPE, 429: ENVELOPE, 500: ENVELOPE, 503: ENVELOPE };
const WHEN_CHANGING = {
  403: {
    description: 'A change by cookie without its token; clients look for exactly this text.',
    schema: z.literal('Missing or invalid Csrf token'),
    type: 'text/plain',
  },
  413: ENVELOPE,
  415: ENVELOPE,
};
const NOT_MODIFIED = { 304: { description: 'As the tag in If-None-Match says: it has not changed.' } };

const TAG_BY_SEGMENT: Readonly<Record<string, Tag>> = {
  version: 'Genesys: the contact centre',
  settings: 'Genesys: the contact centre',
  users: 'Genesys: the contact centre',
  queues: 'Genesys: the contact centre',
  me: 'Genesys: the caller',
  channels: 'Genesys: the caller',
};

function tagOf(path: string): Tag {
  if (path.includes('workbins')) return 'Genesys: workbins';
  const [first = '', second] = path.slice(1).split('/');
  const owner = first === 'me' && second !== undefined ? second : first;
  return TAG_BY_SEGMENT[owner] ?? 'Genesys: items';
}

function operationOf({ method, path, summary, multimedia, shape }: V2Route): Operation {
  const changes = method === 'POST';
  const { query, filters, body, answer, tagged } = shape;
  return {
    method: changes ? 'post' : 'get',
    path: `/api/v2${path}`,
    tag: tagOf(path),
    summary,
    ...(multimedia ? { description: 'Needs the feature `api-multimedia`.' } : {}),
    access: changes ? changingV2 : readingV2,
    ...(query === undefined ? {} : { query }),
    ...(filters === undefined ? {} : { filters }),
    headers: {
      ...(tagged ? { 'If-None-Match': 'The ETag of an earlier answer.' } : {}),
      ...(changes ? { ...IDEMPOTENCY, 'If-Match': 'The ETag of an item: refused if it has changed.' } : {}),
    },
    ...(body === undefined ? {} : { body }),
    answers: {
      200: {
        description: 'A success (`statusCode` 0, or 7 in part), or the answer "no".',
        schema: z.union([answer, Refused]),
      },
      ...(tagged ? NOT_MODIFIED : {}),
      ...ALWAYS,
      ...(changes ? WHEN_CHANGING : {}),
    },
  };
}

export const genesysOperations: readonly Operation[] = V2_ROUTES.map(operationOf);
