'use client';
import { useState } from 'react';
import type { Tone } from '../design/tone.ts';
import { useNow } from '../design/useNow.ts';
import { MediaIcon } from '../parts/MediaIcon.tsx';
import { EmptyState } from '../parts/Message.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { StateBadge } from '../parts/StateBadge.tsx';
import { type Column, VirtualList } from '../parts/VirtualList.tsx';
import { VisuallyHidden } from '../parts/VisuallyHidden.tsx';
import css from './Gallery.module.css';
import { SAMPLE_WORK, type SampleItem, STATE_WORDS } from './sampleWork.ts';

const MINUTE = 60_000;
const urgency = (left: number): Tone => (left < 0 ? 'critical' : left < 60 * MINUTE ? 'caution' : 'neutral');

function Due({ minutes }: { readonly minutes: number }) {
  const [opened] = useState(() => Date.now());
  return useNow(60 * MINUTE) === undefined ? null : (
    <RelativeTime at={opened + minutes * MINUTE} toneOf={urgency} locale="en" />
  );
}

const COLUMNS: readonly Column<SampleItem>[] = [
  {
    id: 'media',
    header: <VisuallyHidden>Media</VisuallyHidden>,
    width: '1rem',
    cell: ({ mediaType }) => <MediaIcon mediaType={mediaType} label={mediaType} />,
  },
  {
    id: 'subject',
    header: 'Subject',
    width: 'minmax(10rem, 1fr)',
    cell: ({ subject }) => <span className={css.subject}>{subject}</span>,
  },
  { id: 'contact', header: 'From', width: '8rem', minListWidth: 560, cell: ({ contact }) => contact },
  {
    id: 'state',
    header: 'State',
    width: '7rem',
    minListWidth: 400,
    cell: ({ state }) => <StateBadge state={state} label={STATE_WORDS[state]} look="plain" />,
  },
  { id: 'due', header: 'Due', width: '4.75rem', align: 'end', cell: ({ due }) => <Due minutes={due} /> },
];
const keyOf = (item: SampleItem) => item.id;

/** Five hundred rows, the first open. */
export function SampleList() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(SAMPLE_WORK[1]?.id ?? '');
  return (
    <VirtualList
      label="Team shared"
      items={SAMPLE_WORK}
      keyOf={keyOf}
      columns={COLUMNS}
      current={current}
      selected={selected}
      onSelectedChange={setSelected}
      onOpen={(item) => setCurrent(item.id)}
    />
  );
}

const NONE: readonly SampleItem[] = [];

export function EmptyList() {
  return (
    <VirtualList
      label="Drafts"
      items={NONE}
      keyOf={keyOf}
      columns={COLUMNS.slice(1, 3)}
      empty={<EmptyState title="No drafts">What you put aside while writing waits here.</EmptyState>}
    />
  );
}
