'use client';
import type { InteractionLine, InteractionState, Json } from '@intray/core';
import { isUnopened } from '@intray/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from '../../design/tone.ts';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { StateBadge } from '../../parts/StateBadge.tsx';
import type { Column } from '../../parts/VirtualList.tsx';
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx';
import { written } from '../item/typed.ts';
import type { Names } from '../names.ts';
import { words } from '../words.ts';
import type { Sorting } from './arrangement.ts';
import { DragHandle } from './Dragging.tsx';
import css from './Lists.module.css';
import { senderOf, subjectOf } from './subject.ts';

const HOUR = 3_600_000;
/** Pixels from which the state is written out. */
const WIDE = 700;
/** What is expected where it is listed: it steps back, so that the rest stands out. */
const ORDINARY: ReadonlySet<InteractionState> = new Set(['Queued', 'InWorkbin', 'Processing', 'Done']);

/** How pressing a due date is; `left` in milliseconds. */
export const urgency = (left: number): Tone => (left < 0 ? 'critical' : left < HOUR ? 'caution' : 'neutral');

const time = (at: number | undefined, toned = false): ReactNode =>
  at === undefined ? null : <RelativeTime at={at} {...(toned && { toneOf: urgency })} />;

interface Cell extends Omit<Column<InteractionLine>, 'id' | 'header' | 'cell'> {
  readonly header: string;
  /** Heard, not drawn. */
  readonly silent?: boolean;
  readonly cell: (line: InteractionLine, names: Names) => ReactNode;
}

/** Every column there is by its name, as the spoken language heads it. */
function cells(): Readonly<Record<string, Cell>> {
  const { list } = words;
  const narrow = { width: '4.75rem', align: 'end' as const };
  const person = { width: 'minmax(5rem, 9rem)', minListWidth: 480 };
  return {
    media: {
      header: list.media,
      silent: true,
      width: '1rem',
      cell: ({ id, mediaType }, names) => (
        <DragHandle id={id}>
          <MediaIcon mediaType={mediaType} label={names.media(mediaType)} />
        </DragHandle>
      ),
    },
    subject: {
      header: list.subject,
      width: 'minmax(8rem, 3fr)',
      cell: (line) => (
        <>
          <span className={css.subject} data-unopened={isUnopened(line) || undefined}>
            {subjectOf(line)}
          </span>
          {isUnopened(line) && <VisuallyHidden>{list.unopened}</VisuallyHidden>}
        </>
      ),
    },
    from: {
      header: list.from,
      width: 'minmax(5.5rem, 1.2fr)',
      minListWidth: 540,
      cell: (line) => <span className={css.from}>{senderOf(line)}</span>,
    },
    state: {
      header: list.state,
      width: '7rem',
      minListWidth: WIDE,
      cell: ({ state }) =>
        ORDINARY.has(state) ? (
          <span className={css.from}>{words.states[state]}</span>
        ) : (
          <StateBadge state={state} label={words.states[state]} look="plain" />
        ),
    },
    // Where the word finds no room, what is out of the ordinary still has its sign.
    sign: {
      header: list.state,
      silent: true,
      width: '1rem',
      maxListWidth: WIDE,
      cell: ({ state }) =>
        ORDINARY.has(state) ? null : <StateBadge state={state} label={words.states[state]} short />,
    },
    priority: {
      header: list.priority,
      width: '4rem',
      align: 'end',
      minListWidth: 780,
      cell: ({ priority }) => (priority === 0 ? null : <span className={css.priority}>{priority}</span>),
    },
    due: { header: list.due, ...narrow, cell: ({ dueAt }) => time(dueAt, true) },
    age: { header: list.age, ...narrow, minListWidth: 400, cell: ({ placedAt }) => time(placedAt) },
    ended: { header: list.ended, ...narrow, minListWidth: 400, cell: ({ completedAt }) => time(completedAt) },
    outcome: {
      header: list.outcome,
      width: '9rem',
      minListWidth: 480,
      cell: ({ disposition }, names) => (disposition === undefined ? null : names.disposition(disposition)),
    },
    received: { header: list.received, ...narrow, cell: ({ receivedAt }) => time(receivedAt) },
    submitted: { header: list.submitted, ...narrow, cell: ({ submittedAt }) => time(submittedAt) },
    owner: {
      header: list.owner,
      ...person,
      cell: ({ workbin }, names) => (workbin === undefined ? null : names.person(workbin.owner.id)),
    },
    processed: {
      header: list.processed,
      ...person,
      cell: ({ assignedTo }, names) => (assignedTo === undefined ? null : names.person(assignedTo)),
    },
  };
}

/** Fields that the options of a workbin may name; every other name is an attached key. */
const FIELDS: Readonly<Record<string, string>> = {
  From: 'from',
  Subject: 'subject',
  Priority: 'priority',
  Received: 'received',
  Submitted: 'submitted',
  OwnerId: 'owner',
  ProcessedBy: 'processed',
};

const OPEN = ['media', 'subject', 'from', 'state', 'sign', 'priority', 'due', 'age'];
const FINISHED = ['media', 'subject', 'from', 'state', 'sign', 'outcome', 'ended'];

/** Attached keys that these columns show, besides those that every row brings. */
export const keysOf = (configured: readonly string[]): readonly string[] => [
  ...new Set(['Subject', 'From', ...configured.filter((name) => FIELDS[name] === undefined)]),
];

const dataCell = (key: string): Cell => ({
  header: key,
  width: 'minmax(5rem, 9rem)',
  minListWidth: 480,
  cell: ({ data }) => shown(data[key]),
});
const shown = (value: Json | undefined): string | null => (value === undefined ? null : written(value));

export interface Heads {
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: string) => void;
}

/** The columns of a list: those that the options of a workbin name, or the usual ones. Without `heads` none sorts. */
export function columnsOf(
  names: Names,
  kind: 'open' | 'finished',
  heads?: Heads,
  configured?: readonly string[],
): readonly Column<InteractionLine>[] {
  const known = cells();
  const chosen = configured && [
    'media',
    ...configured.map((name) => FIELDS[name] ?? name),
    'state',
    'sign',
    'due',
  ];
  return (chosen ?? (kind === 'finished' ? FINISHED : OPEN)).map((id): Column<InteractionLine> => {
    const { header, silent, cell, ...size } = known[id] ?? dataCell(id);
    const sorting = heads?.sorting;
    const Sign = sorting?.down ? ArrowDown : ArrowUp;
    return {
      ...size,
      id,
      cell: (line) => cell(line, names),
      header: silent ? (
        <VisuallyHidden>{header}</VisuallyHidden>
      ) : heads === undefined ? (
        header
      ) : (
        <button
          type="button"
          className={css.head}
          title={words.list.sortBy(header)}
          data-sorted={sorting?.by === id ? (sorting.down ? 'down' : 'up') : undefined}
          onClick={() => heads.onSort(id)}
        >
          <span>{header}</span>
          {sorting?.by === id && <Sign aria-hidden />}
        </button>
      ),
    };
  });
}
