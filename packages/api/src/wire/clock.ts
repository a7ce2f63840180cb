/** Milliseconds since the epoch, now. Handed in, so that a test makes an hour pass by saying so. */
export type Clock = () => number;
