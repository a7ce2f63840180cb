/** The secret in a browser's cookie, and what is derived from it. Only its hash is ever kept. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, fit for a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256, hex: what the server keeps of a secret. A random secret needs no slow hash. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * The token that a page must repeat in a header to change anything. Derived from the session's secret, so every node
 * knows it without keeping it, it ends with the session, and it tells nothing about the secret.
 */
export const csrfTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('intray csrf').digest('base64url');

/** Compares without telling by the time it takes how much was right. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
