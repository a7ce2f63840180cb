/**
 * Cuts TypeScript into the few kinds of token that finding test titles needs. Comments vanish; what stands inside a
 * string is never mistaken for code, so a test that carries test source in a string does not count as that test.
 * It is no compiler: JSX text and regular expressions are recognised by what stands before them, which is enough to
 * stay in step, and a string that is not closed ends with its line.
 */
export interface Token {
  readonly kind: 'word' | 'text' | 'punctuation';
  /** For `text` (string or template literal) what it says, with `…` for what is filled in; else the source. */
  readonly value: string;
  /** The line it begins on; the first line is 1. */
  readonly line: number;
}

const WORD = /[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d[\w.]*/uy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };
/** After these words a slash begins a regular expression; after any other word it divides. */
const BEFORE_REGEXP = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'yield',
  'await',
  'throw',
]);

/** The tokens of a source text, in order. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;

  const skipTo = (end: number) => {
    for (; at < end && at < source.length; at++) if (source[at] === '\n') line++;
  };
  const push = (kind: Token['kind'], value: string, end: number) => {
    tokens.push({ kind, value, line });
    skipTo(end);
  };
  const indexOr = (found: number) => (found === -1 ? source.length : found);

  while (at < source.length) {
    const char = source[at] as string;
    if (/\s/.test(char)) skipTo(at + 1);
    else if (source.startsWith('//', at)) skipTo(indexOr(source.indexOf('\n', at)));
    else if (source.startsWith('/*', at)) skipTo(indexOr(source.indexOf('*/', at + 2)) + 2);
    else if (char === "'" || char === '"') {
      const { value, end } = readString(source, at, char);
      push('text', value, end);
    } else if (char === '`') {
      const { value, end } = readTemplate(source, at);
      push('text', value, end);
    } else if (char === '/' && beginsRegexp(tokens.at(-1))) {
      push('punctuation', '/', endOfRegexp(source, at) ?? at + 1);
    } else {
      WORD.lastIndex = at;
      const word = WORD.exec(source)?.[0];
      if (word === undefined) push('punctuation', char, at + 1);
      else push('word', word, at + word.length);
    }
  }
  return tokens;
}

function beginsRegexp(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'word') return BEFORE_REGEXP.has(before.value);
  // `</p>` closes an element; after a closing bracket a slash divides.
  return before.kind === 'punctuation' && !')]}<'.includes(before.value);
}

/** Where the expression that begins at `at` ends; nothing if its line holds no end, so that it was none. */
function endOfRegexp(source: string, at: number): number | undefined {
  let inClass = false;
  for (let i = at + 1; i < source.length && source[i] !== '\n'; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return i + 1;
  }
  return undefined;
}

function readString(source: string, at: number, quote: string): { value: string; end: number } {
  let value = '';
  let i = at + 1;
  for (; i < source.length && source[i] !== quote && source[i] !== '\n'; i++) {
    if (source[i] === '\\') value += unescaped(source[++i]);
    else value += source[i];
  }
  return { value, end: source[i] === quote ? i + 1 : i };
}

function readTemplate(source: string, at: number): { value: string; end: number } {
  let value = '';
  let i = at + 1;
  while (i < source.length && source[i] !== '`') {
    if (source[i] === '\\') {
      value += unescaped(source[i + 1]);
      i += 2;
    } else if (source.startsWith('${', i)) {
      value += '…';
      i = endOfFilling(source, i + 2);
    } else value += source[i++];
  }
  return { value, end: i + 1 };
}

/** Just past the brace that closes a `${`; braces in strings and in templates within do not count. */
function endOfFilling(source: string, from: number): number {
  let depth = 1;
  let i = from;
  while (i < source.length && depth > 0) {
    const char = source[i] as string;
    if (char === '`') i = readTemplate(source, i).end;
    else if (char === "'" || char === '"') i = readString(source, i, char).end;
    else {
      if (char === '{') depth++;
      if (char === '}') depth--;
      i++;
    }
  }
  return i;
}

const unescaped = (char: string | undefined): string => (char === undefined ? '' : (ESCAPES[char] ?? char));
