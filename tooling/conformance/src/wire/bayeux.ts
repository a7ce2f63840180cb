/** Bayeux by hand, for what the official client would never send: foreign ids, no handshake, nonsense. */
import type { Rest } from './rest.ts';

export interface BayeuxMessage {
  readonly channel: string;
  readonly clientId?: string;
  readonly successful?: boolean;
  readonly error?: string;
  readonly advice?: { readonly reconnect?: string; readonly interval?: number; readonly timeout?: number };
  readonly version?: string;
  readonly supportedConnectionTypes?: readonly string[];
  readonly ext?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

export interface BayeuxReply {
  readonly http: number;
  readonly text: string;
  /** Empty when the body is no array of messages. */
  readonly messages: readonly BayeuxMessage[];
}

/** Where the notifications are, below the base address. */
export const NOTIFICATIONS = '/api/v2/notifications';

let sent = 0;

/** Sends messages in one request; each gets an `id`. */
export async function bayeux(
  rest: Rest,
  messages: readonly Readonly<Record<string, unknown>>[],
  path = NOTIFICATIONS,
): Promise<BayeuxReply> {
  const numbered = messages.map((message) => {
    sent += 1;
    return { id: String(sent), ...message };
  });
  const { http, text, body } = await rest.post(path, numbered);
  return { http, text, messages: Array.isArray(body) ? (body as BayeuxMessage[]) : [] };
}

/** The handshake of a client that knows nothing but long polling. */
export const HANDSHAKE = {
  channel: '/meta/handshake',
  version: '1.0',
  minimumVersion: '1.0',
  supportedConnectionTypes: ['long-polling'],
};
