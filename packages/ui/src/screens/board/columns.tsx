'use client';
import type { BoardAgent, BoardQueue, Hindrance, MediumExplanation } from '@intray/core';
import type { Tone } from '../../design/tone.ts';
import { locale } from '../../language/locale.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import type { Column } from '../../parts/VirtualList.tsx';
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx';
import type { Names } from '../names.ts';
import css from './Board.module.css';
import { oldestOf, reasonOf, sinceOf, stateOf, TONES } from './states.ts';
import { words } from './words.ts';

export const MEDIUM_TONES: Readonly<Record<Hindrance, Tone>> = {
  none: 'positive',
  notLoggedOn: 'neutral',
  unreachable: 'critical',
  notOnThisMedium: 'neutral',
  notReady: 'caution',
  noRoom: 'info',
};

/** A medium as a sign with a dot and how much of its room is used. */
function Medium({ medium, names }: { readonly medium: MediumExplanation; readonly names: Names }) {
  const { mediaType, hindrance, reason, load, capacity } = medium;
  const what =
    reason === undefined
      ? words.hindrances[hindrance]
      : `${words.hindrances[hindrance]}, ${names.reason(reason)}`;
  const said = words.medium(names.media(mediaType), what, load, capacity);
  return (
    <span className={css.medium} title={said}>
      <span className={css.dot} data-tone={MEDIUM_TONES[hindrance]} aria-hidden />
      <MediaIcon mediaType={mediaType} label={said} />
      <span aria-hidden>
        {load}/{capacity}
      </span>
    </span>
  );
}

export function agentColumns(names: Names): readonly Column<BoardAgent>[] {
  const { columns } = words;
  return [
    {
      id: 'agent',
      header: columns.agent,
      width: 'minmax(8rem, 1.2fr)',
      cell: ({ name }) => (
        <span className={css.name} title={name}>
          <Avatar name={name} size="s" decorative />
          <span className={css.cut}>{name}</span>
        </span>
      ),
    },
    {
      id: 'state',
      header: columns.state,
      width: 'minmax(6.5rem, 9rem)',
      cell: (agent) => {
        const state = stateOf(agent);
        const reason = reasonOf(agent);
        const because = state === 'notReady' && reason !== undefined ? ` · ${names.reason(reason)}` : '';
        return (
          <Badge tone={TONES[state]}>
            {words.states[state]}
            {because}
          </Badge>
        );
      },
    },
    {
      id: 'since',
      header: columns.since,
      width: '4rem',
      align: 'end',
      minListWidth: 480,
      cell: (agent) => {
        const since = sinceOf(agent);
        return since === undefined ? null : <RelativeTime at={since} />;
      },
    },
    {
      id: 'media',
      header: columns.media,
      width: 'minmax(18.5rem, 2fr)',
      minListWidth: 804,
      cell: ({ media, active }) =>
        active ? (
          <span className={css.media}>
            {media
              .filter(({ hindrance }) => hindrance !== 'notOnThisMedium')
              .map((medium) => (
                <Medium key={medium.mediaType} medium={medium} names={names} />
              ))}
          </span>
        ) : null,
    },
    {
      id: 'work',
      header: columns.work,
      width: '3.5rem',
      align: 'end',
      cell: ({ work }) => (work.length === 0 ? null : work.length),
    },
    {
      id: 'oldest',
      header: columns.oldest,
      width: '4rem',
      align: 'end',
      minListWidth: 420,
      cell: ({ work }) => {
        const oldest = oldestOf(work);
        return oldest === undefined ? null : <RelativeTime at={oldest} />;
      },
    },
    {
      id: 'place',
      header: columns.place,
      width: 'minmax(5rem, 8rem)',
      minListWidth: 900,
      cell: ({ placeId }) => (placeId === undefined ? null : names.place(placeId)),
    },
  ];
}

export function queueColumns(): readonly Column<BoardQueue>[] {
  const { columns } = words;
  return [
    {
      id: 'queue',
      header: columns.queue,
      width: 'minmax(8rem, 1fr)',
      cell: ({ name }) => <span title={name}>{name}</span>,
    },
    {
      id: 'waiting',
      header: columns.waiting,
      width: '5rem',
      align: 'end',
      cell: ({ waiting }) => waiting.toLocaleString(locale()),
    },
    {
      id: 'oldest',
      header: columns.oldest,
      width: '5rem',
      align: 'end',
      cell: ({ oldest }) => (oldest === undefined ? null : <RelativeTime at={oldest} />),
    },
    {
      id: 'overdue',
      header: columns.overdue,
      width: 'minmax(5rem, 9rem)',
      align: 'end',
      minListWidth: 420,
      cell: ({ overdue, looked, waiting }) =>
        overdue === 0 ? null : (
          <Badge tone="critical" look="plain">
            {words.atLeast(overdue, looked, waiting)}
          </Badge>
        ),
    },
    {
      id: 'ready',
      header: columns.ready,
      width: '7rem',
      align: 'end',
      cell: ({ ready, waiting }) =>
        ready === 0 && waiting > 0 ? (
          <Badge tone="caution" look="plain">
            0<VisuallyHidden>{words.nobodyReady}</VisuallyHidden>
          </Badge>
        ) : (
          ready
        ),
    },
  ];
}
