'use client';
import type { InteractionLine, InteractionState, Json } from '@intray/core';
import type { Tone } from '../../design/tone.ts';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { StateBadge } from '../../parts/StateBadge.tsx';
import type { Column } from '../../parts/VirtualList.tsx';
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx';
import type { Names } from '../names.ts';
import { words } from '../words.ts';
import css from './Lists.module.css';

const HOUR = 3_600_000;

/** Pixels from which the state is written out. */
const WIDE = 700;
/** What is expected where it is listed. */
const ORDINARY: ReadonlySet<InteractionState> = new Set(['Queued', 'InWorkbin', 'Processing', 'Done']);

/** How pressing a due date is; `left` in milliseconds. */
export const urgency = (left: number): Tone => (left < 0 ? 'critical' : left < HOUR ? 'caution' : 'neutral');

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** What a row is called. */
export const subjectOf = ({ data, externalId }: Pick<InteractionLine, 'data' | 'externalId'>): string =>
  textOf(data['Subject']) || externalId || words.list.untitled;

/** Who it is from. */
export const senderOf = ({ data, contactId }: Pick<InteractionLine, 'data' | 'contactId'>): string =>
  textOf(data['From']) || contactId || '';

/** The columns of a list. `finished` shows how it ended instead of when it is due. */
export function columnsOf(names: Names, kind: 'open' | 'finished'): readonly Column<InteractionLine>[] {
  const { list } = words;
  const at =
    (pick: (line: InteractionLine) => number | undefined, toned: boolean) => (line: InteractionLine) => {
      const moment = pick(line);
      if (moment === undefined) return null;
      return <RelativeTime at={moment} {...(toned && { toneOf: urgency })} />;
    };
  const state: Column<InteractionLine> = {
    id: 'state',
    header: list.state,
    width: '7rem',
    minListWidth: WIDE,
    cell: (line) => <StateBadge state={line.state} label={words.states[line.state]} look="plain" />,
  };
  // Where the word finds no room, what is out of the ordinary still has its sign.
  const sign: Column<InteractionLine> = {
    id: 'sign',
    header: <VisuallyHidden>{list.state}</VisuallyHidden>,
    width: '1rem',
    maxListWidth: WIDE,
    cell: ({ state: is }) =>
      ORDINARY.has(is) ? null : <StateBadge state={is} label={words.states[is]} short />,
  };
  const priority: Column<InteractionLine> = {
    id: 'priority',
    header: list.priority,
    width: '3.5rem',
    align: 'end',
    minListWidth: 780,
    cell: ({ priority: value }) => (value === 0 ? null : <span className={css.priority}>{value}</span>),
  };
  return [
    {
      id: 'media',
      header: <VisuallyHidden>{list.media}</VisuallyHidden>,
      width: '1rem',
      cell: ({ mediaType }) => <MediaIcon mediaType={mediaType} label={names.media(mediaType)} />,
    },
    {
      id: 'subject',
      header: list.subject,
      width: 'minmax(8rem, 1fr)',
      cell: (line) => <span className={css.subject}>{subjectOf(line)}</span>,
    },
    {
      id: 'from',
      header: list.from,
      width: 'minmax(6rem, 10rem)',
      minListWidth: 540,
      cell: (line) => <span className={css.from}>{senderOf(line)}</span>,
    },
    state,
    sign,
    ...(kind === 'finished'
      ? [
          {
            id: 'outcome',
            header: list.outcome,
            width: '9rem',
            minListWidth: 480,
            cell: ({ disposition }: InteractionLine) =>
              disposition === undefined ? null : names.disposition(disposition),
          },
        ]
      : [
          priority,
          {
            id: 'due',
            header: list.due,
            width: '4.75rem',
            align: 'end' as const,
            cell: at(({ dueAt }) => dueAt, true),
          },
        ]),
    {
      id: 'age',
      header: kind === 'finished' ? list.ended : list.age,
      width: '4rem',
      align: 'end',
      minListWidth: 400,
      cell: at(({ placedAt, completedAt }) => (kind === 'finished' ? completedAt : placedAt), false),
    },
  ];
}
