/** Whether a piece of work is what a condition asks for. */
import type { InteractionLine } from '../lines.ts';
import { taskStatus } from '../rules/status.ts';
import { type Instant, type Json, SECOND } from '../values.ts';
import {
  type Comparison,
  type FilterCondition,
  type Property,
  propertyOf,
  type Span,
  type Term,
} from './condition.ts';

type Fact = string | number | undefined;

function propertyFact(line: InteractionLine, property: Property): Fact {
  const { workbin, task } = line;
  switch (property) {
    case 'Id':
      return line.id;
    case 'ExternalId':
      return line.externalId;
    case 'MediaType':
      return line.mediaType;
    case 'InteractionType':
      return line.interactionType ?? 'Inbound';
    case 'State':
      return line.state;
    case 'Status':
      return taskStatus(line);
    case 'Queue':
      return line.queue;
    case 'Workbin':
      return workbin?.type;
    case 'OwnerId':
      return workbin?.owner.id;
    case 'Priority':
      return line.priority;
    case 'DueAt':
      return line.dueAt;
    case 'ReceivedAt':
      return line.receivedAt;
    case 'SubmittedAt':
      return line.submittedAt;
    case 'SubmittedBy':
      return line.submittedBy;
    case 'PlacedAt':
      return line.placedAt;
    case 'AssignedTo':
      return line.assignedTo;
    case 'AssignedAt':
      return line.assignedAt;
    case 'ContactId':
      return line.contactId;
    case 'Disposition':
      return line.disposition;
    case 'Department':
      return task?.department;
    case 'Process':
      return task?.process;
    case 'BusinessValue':
      return task?.businessValue;
    case 'CapturePoint':
      return task?.capturePoint;
  }
}

function attached(value: Json | undefined): Fact {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function named(line: InteractionLine, name: string): Fact {
  const property = propertyOf(name);
  if (property !== undefined) return propertyFact(line, property);
  return Object.hasOwn(line.data, name) ? attached(line.data[name]) : undefined;
}

function spanOf(line: InteractionLine, span: Span, now: Instant): Fact {
  switch (span) {
    case '_age':
      return (now - line.receivedAt) / SECOND;
    case '_waited':
      return (now - line.placedAt) / SECOND;
    case '_left':
      return line.dueAt === undefined ? undefined : (line.dueAt - now) / SECOND;
  }
}

const FIGURE = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** `%` stands for any text, `_` for one character. Goes back at most to the last `%`, so that no pattern takes long. */
export function isLike(text: string, pattern: string): boolean {
  let [t, p, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === '%') {
      star = p;
      mark = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '_' || pattern[p] === text[t])) {
      t += 1;
      p += 1;
    } else if (star >= 0) {
      p = star + 1;
      mark += 1;
      t = mark;
    } else return false;
  }
  while (pattern[p] === '%') p += 1;
  return p === pattern.length;
}

function holds(fact: Fact, by: Comparison, value: string | number): boolean {
  // What is not there is never in any bounds, and is unlike everything.
  if (fact === undefined) return by === '!=';
  const figures = typeof value === 'number';
  if (figures && typeof fact === 'string' && !FIGURE.test(fact.trim())) return by === '!=';
  const [left, right] = figures ? [Number(fact), value] : [String(fact), value];
  switch (by) {
    case 'LIKE':
      return isLike(String(fact), String(value));
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** @param line with the attached keys that `keysAskedBy` named */
export function fits(line: InteractionLine, condition: FilterCondition, now: Instant): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((each) => fits(line, each, now));
    case 'any':
      return condition.of.some((each) => fits(line, each, now));
    case 'not':
      return !fits(line, condition.of, now);
    case 'empty':
      return named(line, condition.name) === undefined;
    case 'compare': {
      const factOf = (term: Term): Fact =>
        term.kind === 'span' ? spanOf(line, term.span, now) : named(line, term.name);
      return holds(factOf(condition.term), condition.by, condition.value);
    }
  }
}
