/**
 * Reads a filter's condition: `MediaType='email' AND _age()<259200 AND NOT _empty(AssignedTo)`. Comparisons are joined
 * by AND, OR and NOT, with brackets; AND binds closer than OR.
 */
import {
  COMPARISONS,
  type Comparison,
  type FilterCondition,
  keysAskedBy,
  SPANS,
  type Term,
} from './condition.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Brackets and NOTs one within the other. */
const DEEPEST = 50;
/** More attached keys than these are not asked for at once. */
const MOST_KEYS = 10;

/** What may be expected where a condition stops making sense. */
const EXPECTED = {
  fewerBrackets: `at most ${DEEPEST} brackets within each other`,
  fewerKeys: `at most ${MOST_KEYS} attached keys`,
  closing: 'a closing bracket',
  name: 'a name',
  span: `one of ${SPANS.join(', ')}, _empty, _not_empty`,
  comparison: COMPARISONS.join(', '),
  text: 'a text in single quotes',
  value: "a number or a 'text'",
  word: 'a name, a sign, a number or a closed text',
  end: 'AND, OR or the end',
} as const;
export type ExpectedInCondition = keyof typeof EXPECTED;

export type ParsedCondition =
  | { readonly ok: true; readonly condition: FilterCondition }
  | {
      readonly ok: false;
      /** Where it cannot be understood, counted from 0. */
      readonly at: number;
      /** What was expected there: for programs, and in words. */
      readonly wanted: ExpectedInCondition;
      readonly expected: string;
    };

class Unexpected {
  readonly at: number;
  readonly wanted: ExpectedInCondition;

  constructor({ at }: Token, wanted: ExpectedInCondition) {
    this.at = at;
    this.wanted = wanted;
  }
}

type Read<T> = T | Unexpected;

/** A place in the words that moves on. */
class Reader {
  private place = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get here(): Token {
    return this.tokens[this.place] ?? { kind: 'end', text: '', at: 0 };
  }

  next(): Token {
    const token = this.here;
    this.place += 1;
    return token;
  }

  /** Goes past the word if it stands here; words of the language are written in any letters. */
  skips(kind: Token['kind'], text: string): boolean {
    const { here } = this;
    const same = here.kind === kind && here.text.toUpperCase() === text;
    if (same) this.place += 1;
    return same;
  }
}

function joined(reader: Reader, depth: number, kind: 'all' | 'any'): Read<FilterCondition> {
  const of: FilterCondition[] = [];
  do {
    const part = kind === 'any' ? joined(reader, depth, 'all') : negated(reader, depth);
    if (part instanceof Unexpected) return part;
    of.push(part);
  } while (reader.skips('name', kind === 'any' ? 'OR' : 'AND'));
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function negated(reader: Reader, depth: number): Read<FilterCondition> {
  if (depth > DEEPEST) return new Unexpected(reader.here, 'fewerBrackets');
  if (reader.skips('name', 'NOT')) {
    const of = negated(reader, depth + 1);
    return of instanceof Unexpected ? of : { kind: 'not', of };
  }
  if (reader.skips('sign', '(')) {
    const inner = joined(reader, depth + 1, 'any');
    if (inner instanceof Unexpected) return inner;
    return reader.skips('sign', ')') ? inner : new Unexpected(reader.here, 'closing');
  }
  return test(reader);
}

function test(reader: Reader): Read<FilterCondition> {
  const token = reader.next();
  if (token.kind !== 'name' && token.kind !== 'key') return new Unexpected(token, 'name');
  const called = token.kind === 'name' && reader.skips('sign', '(');
  if (!called) return compared(reader, { kind: 'name', name: token.text });
  const name = token.text.toLowerCase();
  if (name === '_empty' || name === '_not_empty') {
    const of = reader.next();
    if (of.kind !== 'name' && of.kind !== 'key') return new Unexpected(of, 'name');
    if (!reader.skips('sign', ')')) return new Unexpected(reader.here, 'closing');
    const empty = { kind: 'empty', name: of.text } as const;
    return name === '_empty' ? empty : { kind: 'not', of: empty };
  }
  const span = SPANS.find((each) => each === name);
  if (span === undefined) return new Unexpected(token, 'span');
  if (!reader.skips('sign', ')')) return new Unexpected(reader.here, 'closing');
  return compared(reader, { kind: 'span', span });
}

function compared(reader: Reader, term: Term): Read<FilterCondition> {
  const sign = reader.next();
  const by: Comparison | undefined = COMPARISONS.find((each) => each === sign.text.toUpperCase());
  if (by === undefined || sign.kind === 'text') return new Unexpected(sign, 'comparison');
  const value = reader.next();
  if (value.kind === 'text' && term.kind === 'name') return { kind: 'compare', term, by, value: value.text };
  if (value.kind === 'number' && by !== 'LIKE')
    return { kind: 'compare', term, by, value: Number(value.text) };
  return new Unexpected(value, by === 'LIKE' ? 'text' : 'value');
}

const no = (at: number, wanted: ExpectedInCondition): ParsedCondition => ({
  ok: false,
  at,
  wanted,
  expected: EXPECTED[wanted],
});

/** Understands a condition, or says where it cannot. */
export function parseCondition(source: string): ParsedCondition {
  const tokens = tokensOf(source);
  if ('strange' in tokens) return no(tokens.strange, 'word');
  const reader = new Reader(tokens);
  const read = joined(reader, 0, 'any');
  if (read instanceof Unexpected) return no(read.at, read.wanted);
  if (reader.here.kind !== 'end') return no(reader.here.at, 'end');
  if (keysAskedBy(read).length > MOST_KEYS) return no(0, 'fewerKeys');
  return { ok: true, condition: read };
}
