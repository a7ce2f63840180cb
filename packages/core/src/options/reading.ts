/** Reads the name and the value of an option. What is wrong with it is a sentence: expected, came, what to do. */
import { faultText } from '../config/fault-texts.ts';
import { nameOf, type Option } from './option.ts';
import { OPTIONS } from './registry.ts';

export interface Named {
  readonly option: Option;
  /** What stands in its holes, in order. */
  readonly filled: readonly string[];
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: string };

/** Nicknames that mean something. One that is nearly one of them is a slip, and not a nickname of its own. */
const RESERVED_NICKNAMES = ['in-progress', 'draft', 'review'];

/** How many letters must be put in, left out or replaced to make one text of the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The holes of an option's pattern as the name fills them. Names in holes hold no full stop: it parts a name's segments. */
function fills(name: string, option: Option): readonly string[] | undefined {
  const segments = name.split('.');
  const pattern = option.pattern.split('.');
  if (segments.length !== pattern.length) return undefined;
  const filled: string[] = [];
  for (const [index, wanted] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!wanted.startsWith('<')) {
      if (segment !== wanted) return undefined;
    } else if (segment.trim() === '' || segment !== segment.trim()) return undefined;
    else filled.push(segment);
  }
  return filled;
}

const isSlip = (nickname: string): boolean =>
  !RESERVED_NICKNAMES.includes(nickname) &&
  RESERVED_NICKNAMES.some((reserved) => distance(nickname, reserved) <= 2);

/** The registered name that is nearest, its holes filled as the given name would fill them. */
export function nearest(name: string): string {
  const segments = name.split('.');
  const guesses = OPTIONS.flatMap((option) => {
    const pattern = option.pattern.split('.');
    const own = segments[2] ?? '';
    const mayBeMeant = own === '' || isSlip(own) ? RESERVED_NICKNAMES : [...RESERVED_NICKNAMES, own];
    const nicknames = option.holes.includes('nickname') ? mayBeMeant : [''];
    return nicknames.map((nickname) =>
      pattern
        .map((wanted, index) => {
          if (wanted === '<nickname>') return nickname;
          return wanted.startsWith('<') ? (segments[index] ?? wanted) : wanted;
        })
        .join('.'),
    );
  });
  const ranked = guesses.map((guess) => [distance(name, guess), guess] as const);
  return ranked.reduce((best, one) => (one[0] < best[0] ? one : best), [Number.POSITIVE_INFINITY, ''])[1];
}

const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** Finds the option of a name. */
export function readName(name: string): Read<Named> {
  if (name.startsWith('privilege.'))
    return {
      ok: false,
      fault: faultText('option_is_privilege', { name: shown(name) }),
    };
  for (const option of OPTIONS) {
    const filled = fills(name, option);
    if (filled === undefined) continue;
    const nickname = filled[option.holes.indexOf('nickname')];
    if (nickname !== undefined && isSlip(nickname)) break;
    return { ok: true, value: { option, filled } };
  }
  const fault =
    name.length > 500
      ? faultText('option_missing', { name: shown(name) })
      : faultText('option_missing_meant', { name: shown(name), meant: nearest(name) });
  return { ok: false, fault };
}

/** Reads the value of an option from its text. */
export function readValue<T>(option: Option<T>, name: string, text: string): Read<T> {
  const value = option.kind.read(text);
  return value === undefined
    ? {
        ok: false,
        fault: faultText('option_value', { name, expected: option.kind.expected, got: shown(text) }),
      }
    : { ok: true, value };
}

export const nameOfNamed = ({ option, filled }: Named): string => nameOf(option, filled);
