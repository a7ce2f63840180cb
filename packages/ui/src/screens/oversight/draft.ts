/** A filter as it is put together line by line, and the condition that it stands for. */
import {
  type Comparison,
  type FilterCondition,
  type Property,
  propertyOf,
  SPANS,
  type Span,
} from '@intray/core';

export type LineComparison = Comparison | 'empty' | 'present';

export interface FilterLine {
  /** `key`: an attached key, which `key` names. */
  readonly field: Property | Span | 'key';
  readonly key: string;
  readonly by: LineComparison;
  /** As it was typed; a span in minutes. */
  readonly value: string;
}

export interface FilterDraft {
  readonly join: 'all' | 'any';
  readonly lines: readonly FilterLine[];
}

export const NEW_LINE: FilterLine = { field: 'MediaType', key: '', by: '=', value: '' };

const NUMERIC: ReadonlySet<string> = new Set<Property | Span>([
  'Priority',
  'BusinessValue',
  'DueAt',
  'ReceivedAt',
  'SubmittedAt',
  'PlacedAt',
  'AssignedAt',
  ...SPANS,
]);

const isSpan = (field: string): field is Span => SPANS.some((span) => span === field);

/** What a line may ask of its field. */
export function comparisonsFor(field: FilterLine['field']): readonly LineComparison[] {
  if (isSpan(field)) return ['<', '>'];
  if (NUMERIC.has(field)) return ['=', '!=', '<', '<=', '>', '>=', 'empty', 'present'];
  const texts: readonly LineComparison[] = ['=', '!=', 'LIKE', 'empty', 'present'];
  return field === 'key' ? [...texts, '<', '<=', '>', '>='] : texts;
}

export const needsValue = ({ by }: FilterLine): boolean => by !== 'empty' && by !== 'present';

const BOUNDS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const MINUTE = 60;

/** What is wrong with a line, if anything: which of its controls is to be filled. */
export function lineFault(line: FilterLine): 'key' | 'value' | undefined {
  if (line.field === 'key' && line.key.trim() === '') return 'key';
  if (!needsValue(line)) return undefined;
  const numeric = NUMERIC.has(line.field) || BOUNDS.has(line.by);
  if (line.value.trim() === '') return 'value';
  return numeric && !Number.isFinite(Number(line.value)) ? 'value' : undefined;
}

function conditionOfLine(line: FilterLine): FilterCondition {
  const { field, key, by, value } = line;
  const name = field === 'key' ? key.trim() : field;
  if (by === 'empty') return { kind: 'empty', name };
  if (by === 'present') return { kind: 'not', of: { kind: 'empty', name } };
  if (isSpan(field))
    return { kind: 'compare', term: { kind: 'span', span: field }, by, value: Number(value) * MINUTE };
  const number = NUMERIC.has(field) || BOUNDS.has(by);
  return { kind: 'compare', term: { kind: 'name', name }, by, value: number ? Number(value) : value };
}

/** `undefined` while a line is unfinished, or there is none. */
export function conditionOfDraft({ join, lines }: FilterDraft): FilterCondition | undefined {
  const [only] = lines;
  if (only === undefined || lines.some((line) => lineFault(line) !== undefined)) return undefined;
  return lines.length === 1 ? conditionOfLine(only) : { kind: join, of: lines.map(conditionOfLine) };
}

function lineOf(condition: FilterCondition): FilterLine | undefined {
  const named = (name: string) => {
    const property = propertyOf(name);
    return property === undefined ? { field: 'key' as const, key: name } : { field: property, key: '' };
  };
  switch (condition.kind) {
    case 'empty':
      return { ...named(condition.name), by: 'empty', value: '' };
    case 'not':
      return condition.of.kind === 'empty'
        ? { ...named(condition.of.name), by: 'present', value: '' }
        : undefined;
    case 'compare': {
      const { term, by, value } = condition;
      const line: FilterLine =
        term.kind === 'span'
          ? { field: term.span, key: '', by, value: String(Number(value) / MINUTE) }
          : { ...named(term.name), by, value: String(value) };
      return comparisonsFor(line.field).includes(by) ? line : undefined;
    }
    default:
      return undefined;
  }
}

/** The lines that a condition can be shown as; `undefined` where lines would say something else. */
export function draftOf(condition: FilterCondition): FilterDraft | undefined {
  const joined = condition.kind === 'all' || condition.kind === 'any' ? condition : undefined;
  const lines = (joined?.of ?? [condition]).map(lineOf);
  const draft = { join: joined?.kind ?? 'all', lines: lines.filter((line) => line !== undefined) } as const;
  if (draft.lines.length !== lines.length) return undefined;
  return JSON.stringify(conditionOfDraft(draft)) === JSON.stringify(condition) ? draft : undefined;
}
