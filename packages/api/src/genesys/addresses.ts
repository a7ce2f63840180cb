/** The ids and addresses of things on this wire. */
import { createHash } from 'node:crypto';
import { STATUS, V2Refusal } from './status.ts';

/** Where this wire begins, without a slash at the end: `https://desk.example/api/v2`. */
export type Base = string;

export const baseOf = (origin: string): Base => `${origin.replace(/\/+$/, '')}/api/v2`;

/** The address of a thing: `…/api/v2/workitems/02F0ASAK8EAFA00W`. */
export const address = (base: Base, ...segments: readonly string[]): string =>
  [base, ...segments.map(encodeURIComponent)].join('/');

/** The id of a workbin type: looks like a UUID, is opaque, and stays as long as the type keeps its name. */
export function workbinId(typeName: string): string {
  const bytes = createHash('sha256')
    .update('intray workbin type\0')
    .update(typeName)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-');
}

/** The last segment of an address, absolute or relative; an id alone is its own. */
export function lastSegment(uri: string): string {
  const path = uri.split(/[?#]/, 1)[0]?.replace(/\/+$/, '') ?? '';
  const segment = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new V2Refusal(STATUS.invalid, `"${segment.slice(0, 60)}" is no part of an address.`);
  }
}
