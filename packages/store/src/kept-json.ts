/**
 * JSON as PostgreSQL keeps it. It refuses two things that JSON text allows: the character U+0000, and half of a
 * surrogate pair. Attached data comes from mail headers and social networks, where both occur, and one such character
 * must not make an interaction impossible to save. So they travel as an escape that starts with U+001A ("substitute",
 * which no text contains by purpose; one that is there is escaped too) and come back as they were.
 */

const STARTS_ESCAPE = '\u001a';

/** A string as it is kept; for keys and ids that are looked up. Nearly always the same string, at no cost. */
export function keptText(text: string): string {
  return text.isWellFormed() && !text.includes('\0') && !text.includes(STARTS_ESCAPE)
    ? text
    : (JSON.parse(keptJson(text)) as string);
}

/** The value as JSON text that PostgreSQL takes as `json` and `jsonb`. */
export function keptJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify writes control characters and lone surrogates as \uXXXX, and nothing else.
  return json.includes('\\u')
    ? json.replace(ESCAPES, (whole, hex) => (hex === undefined ? whole : kept(hex)))
    : json;
}

/** The value behind JSON text that was written by `keptJson`, whatever PostgreSQL made of its spaces and key order. */
export function fromKeptJson(json: string): unknown {
  return JSON.parse(
    json.includes('\\u001a')
      ? json.replace(KEPT, (whole, hex) => (hex === undefined ? whole : unkept(hex)))
      : json,
  );
}

// Every escape is matched as a whole, so that the text \\u0000 (a backslash and "u0000") is left alone.
const ESCAPES = /\\(?:u(0000|001a|d[89a-f][0-9a-f]{2})|.)/g;
const KEPT = /\\(?:u001a(0000|001a|d[89a-f][0-9a-f]{2})|.)/g;

const kept = (hex: string): string => `\\u001a${hex}`;
const unkept = (hex: string): string => `\\u${hex}`;
