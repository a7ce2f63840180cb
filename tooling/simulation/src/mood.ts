/** What time of day it is, as far as people go by it. */
export interface Mood {
  /** Nobody does anything, so that it can be seen what happens by itself. */
  hush: boolean;
  /** The day is drawing to its end: everybody is there, accepts what comes and finishes what they have. */
  diligent: boolean;
}
