/** What is expected of answers and messages, each failure a sentence with what came instead. */
import type { Answer } from './rest.ts';

/** The server does otherwise than the wire is documented. */
export class Deviation extends Error {
  override readonly name = 'Deviation';
}

export type Fields = Readonly<Record<string, unknown>>;

export const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

export function deviate(what: string, expected: string, got: unknown): never {
  throw new Deviation(`${what}: expected ${expected}, got ${shown(got)}.`);
}

export function demand(holds: boolean, what: string, expected: string, got: unknown): void {
  if (!holds) deviate(what, expected, got);
}

export function equal(what: string, got: unknown, expected: unknown): void {
  demand(JSON.stringify(got) === JSON.stringify(expected), what, shown(expected), got);
}

export function fields(what: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    deviate(what, 'a JSON object', value);
  return value as Fields;
}

export function list(what: string, value: unknown): readonly Fields[] {
  if (!Array.isArray(value)) deviate(what, 'a JSON array', value);
  return (value as unknown[]).map((entry, at) => fields(`${what}[${at}]`, entry));
}

/** Exactly these keys, in any order. */
export function exactKeys(what: string, value: Fields, keys: readonly string[]): void {
  const got = Object.keys(value).sort();
  demand(JSON.stringify(got) === JSON.stringify([...keys].sort()), what, `exactly the fields ${keys}`, got);
}

/** A success: `statusCode` 0 and no `statusMessage`. Answers the body. */
export function success(answer: Answer): Fields {
  const body = fields(answer.asked, answer.body ?? answer.text);
  demand(body.statusCode === 0, answer.asked, 'statusCode 0', body);
  demand(!('statusMessage' in body), answer.asked, 'no statusMessage beside statusCode 0', body);
  return body;
}

/** Done, for a step on the way to what a case is about: only an outright refusal counts. */
export function done(answer: Answer): Fields {
  const body = fields(answer.asked, answer.body ?? answer.text);
  const code = body.statusCode;
  demand(code === undefined || code === 0, answer.asked, 'to be done', body);
  return body;
}

/** An acceptance of a command: exactly `statusCode` 0 and an integer `referenceId`. Answers the latter. */
export function accepted(answer: Answer): number {
  const body = success(answer);
  exactKeys(answer.asked, body, ['statusCode', 'referenceId']);
  const reference = body.referenceId;
  demand(Number.isInteger(reference), `${answer.asked}: referenceId`, 'an integer', reference);
  return reference as number;
}

/**
 * A refusal: exactly `statusCode`, one of `codes`, and a `statusMessage` that says something; HTTP 5xx belongs to
 * statusCode 4 alone.
 */
export function refused(answer: Answer, codes: readonly number[]): void {
  const body = fields(answer.asked, answer.body ?? answer.text);
  const code = body.statusCode;
  demand(codes.includes(code as number), answer.asked, `statusCode ${codes.join(' or ')}`, body);
  exactKeys(answer.asked, body, ['statusCode', 'statusMessage']);
  const message = body.statusMessage;
  demand(
    typeof message === 'string' && message !== '',
    `${answer.asked}: statusMessage`,
    'a sentence',
    message,
  );
  demand(
    answer.http < 500 || code === 4,
    `${answer.asked}: HTTP status`,
    'below 500 for a refusal',
    answer.http,
  );
  demand(
    !/\n\s+at |node_modules|\bselect\b.*\bfrom\b/i.test(answer.text),
    answer.asked,
    'no innards',
    answer.text,
  );
}

/** Looks a path up: `at(data, 'workitem', 'userData')`. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? (here as Fields)[key] : undefined),
    value,
  );
}
