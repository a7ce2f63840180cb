'use client';
import type { InteractionLine } from '@intray/core';
import { AlarmClock } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../parts/Button.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { useNames } from '../names.ts';
import { words } from '../words.ts';
import type { Chips as Chosen } from './arrangement.ts';
import css from './Lists.module.css';

export interface ChipsProps {
  readonly rows: readonly InteractionLine[];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Filters to press: the media that are in the list, and what is overdue. Nothing to choose, nothing is drawn. */
export function Chips({ rows, chosen, onChange }: ChipsProps) {
  const names = useNames();
  const media = useMemo(() => [...new Set(rows.map(({ mediaType }) => mediaType))].sort(), [rows]);
  const dated = useMemo(() => rows.some(({ dueAt }) => dueAt !== undefined), [rows]);
  const offered = [...new Set([...(media.length > 1 ? media : []), ...chosen.mediaTypes])];
  if (offered.length === 0 && !dated) return null;
  const toggle = (id: string) => {
    const { mediaTypes } = chosen;
    const next = mediaTypes.includes(id) ? mediaTypes.filter((each) => each !== id) : [...mediaTypes, id];
    onChange({ ...chosen, mediaTypes: next });
  };
  return (
    <div className={css.chips} role="group" aria-label={words.list.chips}>
      <span>{words.list.only}</span>
      {offered.map((id) => (
        <Button key={id} size="s" aria-pressed={chosen.mediaTypes.includes(id)} onClick={() => toggle(id)}>
          <MediaIcon mediaType={id} />
          {names.media(id)}
        </Button>
      ))}
      {dated && (
        <Button
          size="s"
          icon={AlarmClock}
          aria-pressed={chosen.overdue}
          onClick={() => onChange({ ...chosen, overdue: !chosen.overdue })}
        >
          {words.list.overdue}
        </Button>
      )}
    </div>
  );
}
