/** Rule ids as they are quoted: `[R52]`, `[R52 R53]`, `[R52, I7]`, `[R55–R62]`. */

const ID = /^[A-Z]{1,3}\d{1,4}$/;
const RANGE = /^([A-Z]{1,3})(\d{1,4})-([A-Z]{0,3})(\d{1,4})$/;
/** No range of rules is wider; one that is was mistyped. */
const WIDEST = 200;

/**
 * The ids that a title quotes, in the order they come, each once. Brackets with anything else inside are prose and
 * quote nothing. A range that runs backwards or mixes letters is handed back as it stands, as an id that nobody knows.
 */
export function quotedIds(title: string): string[] {
  const ids = [...title.matchAll(/\[([^[\]]+)\]/g)].flatMap(([, inside]) => idsIn(inside ?? ''));
  return [...new Set(ids)];
}

function idsIn(inside: string): string[] {
  const parts = inside
    .replace(/\s*[-–—]\s*/g, '-')
    .split(/[\s,;/]+/)
    .filter((part) => part !== '');
  return parts.every((part) => ID.test(part) || RANGE.test(part)) ? parts.flatMap(spread) : [];
}

function spread(part: string): string[] {
  const range = RANGE.exec(part);
  if (range === null) return [part];
  const [, letters = '', from = '', sameLetters = '', to = ''] = range;
  const [first, last] = [Number(from), Number(to)];
  const sound = (sameLetters === '' || sameLetters === letters) && first <= last && last - first < WIDEST;
  return sound ? Array.from({ length: last - first + 1 }, (_, i) => `${letters}${first + i}`) : [part];
}

/** Puts `R9` before `R10`, and letters in the order of the alphabet. */
export function byId(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
