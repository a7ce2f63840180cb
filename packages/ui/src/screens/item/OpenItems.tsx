'use client';
import { X } from 'lucide-react';
import { lineOf } from '../../desk/lists.ts';
import { useInteraction } from '../../desk/questions.ts';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { subjectOf } from '../lists/subject.ts';
import { useKeys } from '../useKeys.ts';
import { words } from '../words.ts';
import css from './OpenItems.module.css';
import { neighbourOf } from './opened.ts';

export interface OpenItemsProps {
  readonly ids: readonly string[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
  /** `next`: what comes up in its place, if it was the one that is shown. */
  readonly onShut: (id: string, next: string | undefined) => void;
}

/** The items that are open, to go from one to the other. One alone needs no strip. */
export function OpenItems({ ids, shown, onShow, onShut }: OpenItemsProps) {
  const step = (by: number) => () => {
    const next = ids[(ids.indexOf(shown) + by + ids.length) % ids.length];
    if (next !== undefined) onShow(next);
  };
  useKeys(ids.length > 1 ? { '[': step(-1), ']': step(1) } : {});
  if (ids.length < 2) return null;
  return (
    <nav className={css.strip} aria-label={words.item.opened}>
      {ids.map((id) => (
        <Entry
          key={id}
          id={id}
          shown={id === shown}
          onShow={onShow}
          onShut={() => onShut(id, neighbourOf(ids, id))}
        />
      ))}
    </nav>
  );
}

interface EntryProps {
  readonly id: string;
  readonly shown: boolean;
  readonly onShow: (id: string) => void;
  readonly onShut: () => void;
}

function Entry({ id, shown, onShow, onShut }: EntryProps) {
  const { data: view } = useInteraction(id);
  const title = view === undefined ? id : subjectOf(lineOf(view));
  return (
    <span className={css.entry} data-shown={shown || undefined}>
      <button
        type="button"
        className={css.name}
        title={title}
        aria-current={shown || undefined}
        onClick={() => onShow(id)}
      >
        {view && <MediaIcon mediaType={view.interaction.mediaType} />}
        <span>{title}</span>
      </button>
      <button type="button" className={css.shut} aria-label={words.item.shut(title)} onClick={onShut}>
        <X aria-hidden />
      </button>
    </span>
  );
}
