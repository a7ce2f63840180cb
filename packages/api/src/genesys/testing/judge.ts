/** What every answer of this wire must hold to, whatever was asked. */
import type { RawAnswer } from './raw-http.ts';

/** What belongs inside: stack traces, statements, files, names of what it is built with. */
const INNARDS =
  /\n\s+at |node_modules|\.[cm]?[jt]s:\d|file:\/\/|\b(select|insert|update|delete)\b[^"]*\b(from|into|set|where)\b|postgres|fastify|\bzod\b|prototype|errno|ECONN|relation "|syntax (error|for type)/i;

/** A sentence on what is wrong with an answer; `undefined` if it is a success or a refusal as it should be. */
export function wrongWith({ status, json, text }: RawAnswer): string | undefined {
  if (typeof json !== 'object' || json === null)
    return `not the envelope (HTTP ${status}): ${text.slice(0, 200)}`;
  const { statusCode, statusMessage, ...rest } = json as Record<string, unknown>;
  if (!Number.isInteger(statusCode)) return `no statusCode (HTTP ${status}): ${text.slice(0, 200)}`;
  if (status >= 500 || statusCode === 4)
    return `a failure of the server (HTTP ${status}): ${text.slice(0, 200)}`;
  if (statusCode === 0 || statusCode === 7) return undefined;
  if (typeof statusMessage !== 'string' || statusMessage === '')
    return `no statusMessage: ${text.slice(0, 200)}`;
  if (Object.keys(rest).length > 0) return `more than the envelope: ${text.slice(0, 200)}`;
  if (statusMessage.length > 1_000) return `a statusMessage of ${statusMessage.length} characters`;
  return INNARDS.test(statusMessage) ? `it tells of its innards: ${statusMessage.slice(0, 200)}` : undefined;
}

/** `statusCode` of an answer. */
export const codeOf = ({ json }: RawAnswer): unknown =>
  (json as { statusCode?: unknown } | undefined)?.statusCode;
