/**
 * Places in lists and in the feed, as short opaque texts. They go out to callers and come back from them, so whatever
 * comes back is checked before it reaches a statement.
 */

/** A cursor that was not given out by this store, or was damaged on the way. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  readonly cursor: string;

  constructor(cursor: string) {
    super(
      `Expected a cursor as the slice before gave it, got ${JSON.stringify(cursor.slice(0, 60))}. ` +
        'Begin again without a cursor.',
    );
    this.cursor = cursor;
  }
}

/** A place in a list: the values of its order, the id or sequence last. */
export type Key = readonly (string | number)[];

export const keyCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The values in a list's cursor, which must be of the given kinds; `undefined` for the beginning.
 * Throws `BadCursor`.
 */
export function keyIn(cursor: string | undefined, kinds: readonly ('string' | 'number')[]): Key | undefined {
  if (cursor === undefined) return undefined;
  const key = parsed(Buffer.from(cursor, 'base64url').toString());
  const fits =
    Array.isArray(key) &&
    key.length === kinds.length &&
    key.every(
      (value, index) =>
        typeof value === kinds[index] && (typeof value === 'string' || Number.isSafeInteger(value)),
    );
  if (!fits) throw new BadCursor(cursor);
  return key as Key;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not a cursor of ours; the caller says so.
    return undefined;
  }
}

/** A place in the feed. Transaction ids are 64 bits wide, more than a number holds exactly, so both stay text. */
export interface FeedPlace {
  readonly txid: string;
  readonly seq: string;
}

export const feedCursor = ({ txid, seq }: FeedPlace): string => `${txid}.${seq}`;

/** Throws `BadCursor`. */
export function feedPlace(cursor: string): FeedPlace {
  const [, txid, seq] = /^(\d{1,19})\.(\d{1,18})$/.exec(cursor) ?? [];
  if (txid === undefined || seq === undefined) throw new BadCursor(cursor);
  return { txid, seq };
}

/** The one place in the feed comes after the other. Throws `BadCursor`. */
export function isAfter(cursor: string, other: string): boolean {
  const [left, right] = [feedPlace(cursor), feedPlace(other)];
  const byTransaction = BigInt(left.txid) - BigInt(right.txid);
  return byTransaction > 0n || (byTransaction === 0n && BigInt(left.seq) > BigInt(right.seq));
}
