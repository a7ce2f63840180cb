/** What the bench and the process with the subscribers say to each other. */

/** Open so many WebSockets: followers of Intray's feed if there are cookies, else listeners to plain broadcasts. */
export interface Order {
  readonly side: string;
  readonly url: string;
  readonly cookies: readonly string[];
  readonly count: number;
}

export type Report =
  | { readonly kind: 'open'; readonly side: string }
  /** How many events all of a side's subscribers have received so far. */
  | { readonly kind: 'received'; readonly side: string; readonly events: number }
  /** One event just as it came over the wire. */
  | { readonly kind: 'sample'; readonly side: string; readonly frame: string }
  | { readonly kind: 'failed'; readonly reason: string };
