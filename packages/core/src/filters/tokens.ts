/** A condition's text, cut into words. */

export interface Token {
  readonly kind: 'name' | 'key' | 'text' | 'number' | 'sign' | 'end';
  /** Of a text or a quoted key: what stands between the quotes. */
  readonly text: string;
  /** Where it begins, counted from 0. */
  readonly at: number;
}

const SIGNS = ['!=', '<>', '<=', '>=', '=', '<', '>', '(', ')'];
const SPACE = /\s/;
const NAME = /[\p{L}_][\p{L}\p{N}_.-]*/uy;
const NUMBER = /[+-]?\d+(\.\d+)?/y;

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** Up to the closing quote, where two of them mean one; `undefined` if there is none. */
function quoted(source: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const quote = source[at] ?? '';
  let text = '';
  for (let place = at + 1; place < source.length; place += 1) {
    if (source[place] !== quote) text += source[place];
    else if (source[place + 1] === quote) {
      text += quote;
      place += 1;
    } else return { text, end: place + 1 };
  }
  return undefined;
}

/** The words in order, an `end` last; or where something stands that is no word. */
export function tokensOf(source: string): readonly Token[] | { readonly strange: number } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const character = source[at] ?? '';
    if (SPACE.test(character)) {
      at += 1;
      continue;
    }
    if (character === "'" || character === '"') {
      const found = quoted(source, at);
      if (found === undefined) return { strange: at };
      tokens.push({ kind: character === "'" ? 'text' : 'key', text: found.text, at });
      at = found.end;
      continue;
    }
    const sign = SIGNS.find((each) => source.startsWith(each, at));
    const number = sign === undefined ? matchAt(NUMBER, source, at) : undefined;
    const name = sign === undefined && number === undefined ? matchAt(NAME, source, at) : undefined;
    const text = sign ?? number ?? name;
    if (text === undefined) return { strange: at };
    tokens.push({ kind: sign ? 'sign' : number ? 'number' : 'name', text: text === '<>' ? '!=' : text, at });
    at += text.length;
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}
