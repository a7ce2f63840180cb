/** `/api/v1` as it is served: from the table that is mounted, and the schemas by which it reads. */
import { z } from 'zod';
import { codesOf, EnvelopeAnswer } from '../answers/refusal.ts';
import { ROUTES } from '../rest/mount.ts';
import type { Route } from '../rest/route.ts';
import { changing, type DocumentedAnswer, type Operation, reading } from './operation.ts';

const ALWAYS = [401, 429, 500, 503];
const WHEN_READING = [400, 403, 404, ...ALWAYS];
const WHEN_CHANGING = [400, 403, 404, 409, 412, 413, 415, 422, ...ALWAYS];

const refused = (status: number): DocumentedAnswer => ({
  description: codesOf(status)
    .map((code) => `\`${code}\``)
    .join(', '),
  schema: EnvelopeAnswer,
});

/** The refusals with these statuses. */
export const refusals = (statuses: readonly number[]): Readonly<Record<number, DocumentedAnswer>> =>
  Object.fromEntries(statuses.map((status) => [status, refused(status)]));

export const IDEMPOTENCY = {
  'Idempotency-Key': 'Chosen by the caller. The same again gets the same answer, and nothing is done twice.',
};
const IF_MATCH = { 'If-Match': 'The ETag of a read: refused if there has been a change since.' };

const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, z.ZodType>>) : {};

const SAID: Readonly<Record<number, string>> = { 200: 'Done.', 201: 'Came in.' };

const tagOf = (path: string): Operation['tag'] => {
  if (path.startsWith('/interactions')) return 'Work';
  return path.startsWith('/operations') ? 'Operation' : 'Desk';
};

function operationOf({
  method,
  path,
  summary,
  params,
  query,
  body,
  answer,
  success,
  type,
}: Route): Operation {
  const changes = method === 'POST';
  const submits = success.includes(201);
  const done = success.map((status) => {
    const said = submits && status === 200 ? 'Was there already.' : SAID[status];
    return [status, { description: said ?? 'Done.', schema: answer, ...(type && { type }) }] as const;
  });
  return {
    method: changes ? 'post' : 'get',
    path: `/api/v1${path}`,
    tag: tagOf(path),
    summary,
    access: changes ? changing : reading,
    params: shapeOf(params),
    query: shapeOf(query),
    ...(changes ? { headers: { ...IDEMPOTENCY, ...(submits ? {} : IF_MATCH) } } : {}),
    ...(body === undefined ? {} : { body }),
    answers: { ...Object.fromEntries(done), ...refusals(changes ? WHEN_CHANGING : WHEN_READING) },
  };
}

export const restOperations: readonly Operation[] = ROUTES.map(operationOf);
