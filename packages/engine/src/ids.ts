/** Names for new things. A port: tests may want to know them beforehand. */
import { randomInt } from 'node:crypto';
import type { Instant } from '@intray/core';
import { systemClock } from './clock.ts';

export interface Ids {
  /** 16 upper-case letters and digits that nobody has seen before. */
  interactionId(): string;
}

const BASE = 36;
const MOMENT = { ms: 100, digits: 7 };
const COUNT_DIGITS = 3;
const OWN_DIGITS = 6;
const ROOM_IN_A_MOMENT = BASE ** COUNT_DIGITS;

/**
 * Ids in the order in which they are given out. What came in lately is what is worked on, and so it lies side by side in
 * every index: ids drawn at random cost a seventh of all throughput, and more with every million rows.
 *
 * Seven digits are the time, in tenths of a second since 1970; three count within it; six are drawn once and are its own.
 * Two processes give the same id only if both have drawn the same of two thousand million. An id is a name and no secret:
 * whoever knows one can guess its neighbours, and what a person may see is asked at every door.
 */
export function timeOrderedIds(now: () => Instant, own = randomInt(BASE ** OWN_DIGITS)): Ids {
  let moment = 0;
  let count = 0;
  return {
    interactionId() {
      const present = Math.floor(now() / MOMENT.ms);
      count += 1;
      // A clock that is put back must not bring ids back; a tenth of a second that is full borrows from the next.
      if (present > moment || count === ROOM_IN_A_MOMENT) {
        moment = Math.max(present, moment + 1);
        count = 0;
      }
      return digits(moment, MOMENT.digits) + digits(count, COUNT_DIGITS) + digits(own, OWN_DIGITS);
    },
  };
}

const digits = (value: number, length: number) => value.toString(BASE).toUpperCase().padStart(length, '0');

/** By the computer's own clock. */
export const systemIds: Ids = timeOrderedIds(systemClock.now);
