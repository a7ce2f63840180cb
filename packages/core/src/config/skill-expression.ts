/**
 * Skill expressions: `English >= 5 & (Loans >= 2 | "Credit cards") & !Trainee`. `&` binds closer than `|`; a skill
 * without a comparison means "at any level above 0"; a skill that an agent does not have counts as level 0.
 */
import { faultText } from './fault-texts.ts';

const COMPARISONS = {
  '>=': (level: number, wanted: number) => level >= wanted,
  '<=': (level: number, wanted: number) => level <= wanted,
  '!=': (level: number, wanted: number) => level !== wanted,
  '>': (level: number, wanted: number) => level > wanted,
  '<': (level: number, wanted: number) => level < wanted,
  '=': (level: number, wanted: number) => level === wanted,
} as const;
type Comparison = keyof typeof COMPARISONS;

export type SkillExpression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly SkillExpression[] }
  | { readonly kind: 'not'; readonly of: SkillExpression }
  | {
      readonly kind: 'level';
      readonly skill: string;
      /** Where the skill's name begins; the first column is 1. */
      readonly column: number;
      readonly comparison: Comparison;
      readonly level: number;
    };

export type ParsedSkillExpression =
  | { readonly ok: true; readonly expression: SkillExpression }
  | { readonly ok: false; readonly column: number; readonly message: string };

/** Whether an agent with these levels meets it. */
export function levelsMeet(expression: SkillExpression, levels: Readonly<Record<string, number>>): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.of.every((part) => levelsMeet(part, levels));
    case 'or':
      return expression.of.some((part) => levelsMeet(part, levels));
    case 'not':
      return !levelsMeet(expression.of, levels);
    case 'level': {
      const level = Object.hasOwn(levels, expression.skill) ? (levels[expression.skill] ?? 0) : 0;
      return COMPARISONS[expression.comparison](level, expression.level);
    }
  }
}

/** Reads an expression, or says in which column it stops making sense. */
export function parseSkillExpression(text: string): ParsedSkillExpression {
  const reader = new Reader(text);
  const expression = reader.either();
  reader.end();
  return reader.fault !== undefined || expression === undefined
    ? { ok: false, ...(reader.fault ?? { column: 1, message: 'expected a skill' }) }
    : { ok: true, expression };
}

const TOKEN =
  /\s*(?:(?<name>"[^"]+"|[\p{L}_][\p{L}\p{N}_.-]*)|(?<number>\d+)|(?<sign>>=|<=|!=|[><=&|!()]))/uy;
/** Deeper than anybody writes, and no stack runs out over it. */
const DEEPEST = 50;

interface Token {
  readonly text: string;
  readonly kind: 'name' | 'number' | 'sign' | 'end' | 'unknown';
  readonly column: number;
}

/** Reads from left to right. The first fault stands; after it, everything reads as the end. */
class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #token: Token;
  fault: { readonly column: number; readonly message: string } | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#token = this.#next();
  }

  either(): SkillExpression | undefined {
    return this.#chain('|', 'or', () => this.#chain('&', 'and', () => this.#one()));
  }

  end(): void {
    if (this.#token.kind !== 'end') this.#fail('& or | or the end');
  }

  #chain(
    sign: string,
    kind: 'and' | 'or',
    part: () => SkillExpression | undefined,
  ): SkillExpression | undefined {
    const first = part();
    if (first === undefined || this.#token.text !== sign) return first;
    const of = [first];
    while (this.#take(sign)) {
      const more = part();
      if (more === undefined) return undefined;
      of.push(more);
    }
    return { kind, of };
  }

  #one(): SkillExpression | undefined {
    if (this.#depth >= DEEPEST) return this.#fail(`at most ${DEEPEST} brackets and ! inside one another`);
    this.#depth += 1;
    const read = this.#take('!') ? this.#not() : this.#take('(') ? this.#bracket() : this.#level();
    this.#depth -= 1;
    return read;
  }

  #not(): SkillExpression | undefined {
    const of = this.#one();
    return of && { kind: 'not', of };
  }

  #bracket(): SkillExpression | undefined {
    const inside = this.either();
    if (inside === undefined) return undefined;
    return this.#take(')') ? inside : this.#fail('& or | or a closing bracket');
  }

  #level(): SkillExpression | undefined {
    const { kind, text, column } = this.#token;
    if (kind !== 'name') return this.#fail('a skill');
    this.#token = this.#next();
    const skill = text.startsWith('"') ? text.slice(1, -1) : text;
    const sign = this.#token.text;
    if (!isComparison(sign)) return { kind: 'level', skill, column, comparison: '>', level: 0 };
    this.#token = this.#next();
    if (this.#token.kind !== 'number') return this.#fail('a level, which is a whole number');
    const level = Number(this.#token.text);
    this.#token = this.#next();
    return { kind: 'level', skill, column, comparison: sign, level };
  }

  #take(sign: string): boolean {
    if (this.#token.kind !== 'sign' || this.#token.text !== sign) return false;
    this.#token = this.#next();
    return true;
  }

  #next(): Token {
    TOKEN.lastIndex = this.#at;
    const groups = TOKEN.exec(this.#text)?.groups;
    if (groups !== undefined) this.#at = TOKEN.lastIndex;
    else this.#at += (/^\s*/.exec(this.#text.slice(this.#at))?.[0] ?? '').length;
    const text = groups?.name ?? groups?.number ?? groups?.sign;
    if (text !== undefined) {
      const kind = groups?.name !== undefined ? 'name' : groups?.number !== undefined ? 'number' : 'sign';
      return { text, kind, column: this.#at - text.length + 1 };
    }
    const rest = this.#text.slice(this.#at);
    return { text: rest.slice(0, 1), kind: rest === '' ? 'end' : 'unknown', column: this.#at + 1 };
  }

  #fail(expected: string): undefined {
    const { kind, text, column } = this.#token;
    const message =
      kind === 'end'
        ? faultText('skill_ends', { what: expected })
        : faultText('skill_got', { what: expected, got: text });
    this.fault ??= { column, message };
    return undefined;
  }
}

const isComparison = (sign: string): sign is Comparison => Object.hasOwn(COMPARISONS, sign);
