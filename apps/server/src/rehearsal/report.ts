/** What a rehearsal came to, for a person at a terminal. */
import { type Instant, type InteractionEvent, type InteractionExplanation, MINUTE } from '@intray/core';
import { DateTime } from 'luxon';
import type { Explained } from './intake.ts';
import type { Rehearsed } from './rehearse.ts';

const HEAD = ['came', 'done', 'wait ø', '≤ 5 min', '≤ 1 h', 'in hand ø', 'in time', 'overdue'] as const;

/** Waits and overdue, a line for each department (or queue), and all together. */
export function waitsAndOverdue(
  { by, lines, people, refused, unfinished, from, to }: Rehearsed,
  zone: string,
): string {
  const rows = lines.map(({ name, counts: c, sums }) => [
    name,
    ...[c.captured ?? c.entered, c.completed].map((n) => String(n ?? 0)),
    minutes((sums.wait ?? 0) / (c.wait ?? 1)),
    share(c.waitedUpTo5m, c.wait),
    share(c.waitedUpTo1h, c.wait),
    minutes((sums.handle ?? 0) / (c.handle ?? 1)),
    String(c.inTime ?? 0),
    String(c.late ?? 0),
  ]);
  const sum = (pick: (line: Rehearsed['lines'][number]) => number | undefined) =>
    lines.reduce((total, line) => total + (pick(line) ?? 0), 0);
  const waits = sum((line) => line.counts.wait);
  const all = [
    'all',
    String(sum(({ counts }) => counts.captured ?? counts.entered)),
    String(sum(({ counts }) => counts.completed)),
    minutes(sum(({ sums }) => sums.wait) / Math.max(1, waits)),
    share(
      sum(({ counts }) => counts.waitedUpTo5m),
      waits,
    ),
    share(
      sum(({ counts }) => counts.waitedUpTo1h),
      waits,
    ),
    minutes(
      sum(({ sums }) => sums.handle) /
        Math.max(
          1,
          sum(({ counts }) => counts.handle),
        ),
    ),
    String(sum(({ counts }) => counts.inTime)),
    String(sum(({ counts }) => counts.late)),
  ];
  const told = [
    `${people} people, from ${clockTime(from, zone)} to ${clockTime(to, zone)}`,
    ...(unfinished > 0 ? [`${unfinished} pieces of work were never finished`] : []),
    ...(refused.length > 0 ? [`${refused.length} were not let in`] : []),
  ];
  return `${table([[by, ...HEAD], ...rows, all])}\n${told.join('; ')}.\n`;
}

/** Why a piece of work waited when it came, and its way to the end. */
export function storyOf({ externalId, waiting, history }: Explained, zone: string): string {
  return [
    `Work ${externalId}`,
    ...(waiting === undefined ? [] : whyItWaits(waiting, zone)),
    ...history.map((event) => `  ${clockTime(event.at, zone)}  ${inWords(event)}`),
    '',
  ].join('\n');
}

function whyItWaits({ where, routing, agents, next }: InteractionExplanation, zone: string): string[] {
  const asked = routing?.asked.map(({ kind, id }) => (id === undefined ? kind : `${kind} ${id}`)) ?? [];
  const reasons = Map.groupBy(agents, ({ because }) => (because === undefined ? 'free' : 'not free'));
  const free = reasons.get('free')?.length ?? 0;
  const example = agents.find(({ because }) => because !== undefined);
  const soon = next.flatMap(({ at, what }) =>
    at === undefined ? [what] : [`${what} ${clockTime(at, zone)}`],
  );
  return [
    `  it came to ${where.kind} ${where.id}, and was for: ${asked.join('; ') || 'nobody yet'}`,
    `  of ${agents.length} people ${free} could have been offered it at once${example === undefined ? '' : `; not, for example, ${example.agentId}: ${example.because}`}`,
    ...(soon.length === 0 ? [] : [`  next: ${soon.join(', ')}`]),
  ];
}

function inWords(event: InteractionEvent): string {
  if (event.type === 'AgentInvited') {
    const { why, agentId } = event.data;
    const among = why?.among === undefined ? '' : ` among ${why.among} who were free`;
    const because =
      why === undefined
        ? ''
        : ` (${why.strategy ?? 'no strategy'}, ${why.selection}${among}, after ${minutes(why.waited)})`;
    return `offered to ${agentId}${because}`;
  }
  return `${event.type} by ${event.by}`;
}

const minutes = (ms: number): string => `${(ms / MINUTE).toFixed(1)} min`;
const share = (part = 0, whole = 0): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);
const clockTime = (at: Instant, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
