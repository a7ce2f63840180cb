/** The documented status codes, by what they are answered to. Where two fit, the documents do not choose. */

/** A required parameter is missing. */
export const MISSING = [1];
/** What was sent is not of its kind: not valid, or as good as missing. */
export const MALFORMED = [1, 10];
/** An operation the resource does not have. */
export const NO_SUCH_OPERATION = [1, 2, 3, 10];
/** Not now: invalid in this state, forbidden, not permitted; or not in the caller's sight any more. */
export const NOT_NOW = [2, 3, 5, 6, 19];
export const WRONG_MEDIUM = [2];
export const UNKNOWN = [6];
/** Not the caller's: forbidden, not permitted, or not even admitted to exist. */
export const NOT_YOURS = [2, 3, 5, 6];
export const STRANGER = [20];
/** Not subscribed. */
export const NOT_SUBSCRIBED = [1, 2, 3, 6];
