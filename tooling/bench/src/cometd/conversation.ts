/** What the bench and the process with the clients say to each other. */

export type Transport = 'websocket' | 'long-polling';

/** Open a session for each of the cookies; a side without them takes so many strangers. */
export interface Order {
  readonly side: string;
  /** `http://…`, where Bayeux is spoken. */
  readonly url: string;
  readonly transport: Transport;
  readonly channel: string;
  readonly cookies: readonly string[];
}

export type Report =
  | { readonly kind: 'open'; readonly side: string }
  /** Messages that came since the last report: how long each was on its way, in milliseconds. */
  | { readonly kind: 'heard'; readonly side: string; readonly latencies: readonly number[] }
  /** `data` of the first message, as it came. */
  | { readonly kind: 'sample'; readonly side: string; readonly data: object }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Every message carries these two among the attached data of its item: the moment at which it was due to be caused, and
 * its number in the session, which counts from 1.
 */
export interface Stamp {
  readonly Due: number;
  readonly Number: number;
}

const STAMP = /"Due":([\d.]+),"Number":(\d+)/g;

/** The stamps in a text, in order. Reading the text as JSON would cost the clients more than all the rest. */
export const stampsIn = (text: string): readonly Stamp[] =>
  [...text.matchAll(STAMP)].map(([, due, number]) => ({ Due: Number(due), Number: Number(number) }));
