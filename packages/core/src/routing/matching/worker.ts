/** An agent as the matching knows them. */

import type { Coming } from '../../agent/capacity.ts';
import type { Instant } from '../../values.ts';

/** What is told of an agent. */
export interface Worker {
  readonly id: string;
  readonly placeId?: string;
  readonly idleSince: Instant;
  /** How much of everything they have. */
  readonly load: number;
  /** Media in which they are logged on, reachable and ready. */
  readonly mediaTypes: readonly string[];
  /** More of the medium fits, besides what is on its way. */
  readonly hasRoom: (mediaType: string, coming: Coming) => boolean;
}

/** What is kept of an agent. */
export interface Standby {
  worker: Worker;
  /** What is on its way to them: per medium, and in all. */
  coming: Coming;
  offers: number;
  /** Media of which more fits. */
  free: readonly string[];
  /** They stand among the free of their pools, for the media in `free`. */
  listed: boolean;
  /** Grows with each change; what was noted before counts no more. */
  stamp: number;
}
