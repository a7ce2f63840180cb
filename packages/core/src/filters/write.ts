/** Writes a condition as text, so that what was put together on a screen reads like what was typed. */
import type { FilterCondition, Term } from './condition.ts';

const PLAIN = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const WORDS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'LIKE']);

const nameText = (name: string): string =>
  PLAIN.test(name) && !WORDS.has(name.toUpperCase()) ? name : `"${name.replaceAll('"', '""')}"`;

const termText = (term: Term): string => (term.kind === 'span' ? `${term.span}()` : nameText(term.name));

const valueText = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** Reads back as the same condition. */
export function writeCondition(condition: FilterCondition): string {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const within = (each: FilterCondition) =>
        each.kind === 'all' || each.kind === 'any' ? `(${writeCondition(each)})` : writeCondition(each);
      return condition.of.map(within).join(condition.kind === 'all' ? ' AND ' : ' OR ');
    }
    case 'not': {
      const { of } = condition;
      const inner = writeCondition(of);
      return of.kind === 'all' || of.kind === 'any' ? `NOT (${inner})` : `NOT ${inner}`;
    }
    case 'empty':
      return `_empty(${nameText(condition.name)})`;
    case 'compare': {
      const by = condition.by === 'LIKE' ? ' LIKE ' : condition.by;
      return `${termText(condition.term)}${by}${valueText(condition.value)}`;
    }
  }
}
