/** Where a figure's work can be looked at, as far as there is a list of it. */
import type { Dimension, LiveLine } from '@intray/core';
import { type FilterCondition, writeCondition } from '@intray/core';
import type { LeadPlace } from '../../desk/lead-place.ts';

type Figure = Exclude<keyof LiveLine, 'name'>;

const HOUR = 3_600;
const DAY = 24 * HOUR;

const span = (name: '_age' | '_left', by: '<' | '>=', value: number): FilterCondition => ({
  kind: 'compare',
  term: { kind: 'span', span: name },
  by,
  value,
});
const equals = (name: string, value: string): FilterCondition => ({
  kind: 'compare',
  term: { kind: 'name', name },
  by: '=',
  value,
});

/** What a figure counts, as a filter asks for it; what is in somebody's hands is on the board instead. */
const ASKS: Readonly<Record<Exclude<Figure, 'inHand'>, readonly FilterCondition[]>> = {
  backlog: [],
  held: [equals('State', 'Held')],
  overdue: [span('_left', '<', 0)],
  youngerThan1h: [span('_age', '<', HOUR)],
  youngerThan1d: [span('_age', '>=', HOUR), span('_age', '<', DAY)],
  youngerThan7d: [span('_age', '>=', DAY), span('_age', '<', 7 * DAY)],
  older: [span('_age', '>=', 7 * DAY)],
};

const NAMED: Readonly<Partial<Record<Dimension, string>>> = {
  mediaType: 'MediaType',
  department: 'Department',
  process: 'Process',
};

function queuesWhere(by: Dimension, name: string, asked: readonly FilterCondition[]): LeadPlace {
  const property = NAMED[by];
  const all = property === undefined ? asked : [equals(property, name), ...asked];
  const [only] = all;
  const condition = all.length === 1 && only !== undefined ? only : { kind: 'all' as const, of: all };
  return {
    view: 'lead',
    page: 'queues',
    ...(by === 'queue' ? { of: name } : {}),
    ...(all.length === 0 ? {} : { where: writeCondition(condition) }),
  };
}

/** The list behind a figure of what is now; the board for what people have in hand. */
export function lookingAt(by: Dimension, name: string, figure: Figure): LeadPlace {
  if (by === 'agent') return { view: 'lead', page: 'board', of: name };
  if (figure === 'inHand') return { view: 'lead', page: 'board' };
  return queuesWhere(by, name, ASKS[figure]);
}

/** What came in during a step of time and still waits. */
export function arrivedIn(by: Dimension, name: string | undefined, from: number, to: number): LeadPlace {
  const at = (sign: '>=' | '<', value: number): FilterCondition => ({
    kind: 'compare',
    term: { kind: 'name', name: 'SubmittedAt' },
    by: sign,
    value,
  });
  return queuesWhere(name === undefined || by === 'agent' ? 'all' : by, name ?? '', [
    at('>=', from),
    at('<', to),
  ]);
}
