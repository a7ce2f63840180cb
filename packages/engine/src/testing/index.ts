/** For tests above this floor. */
export { ManualClock } from './manual-clock.ts';
