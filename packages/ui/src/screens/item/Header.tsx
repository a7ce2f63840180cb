'use client';
import type { InteractionView } from '@intray/core';
import { Copy, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { lineOf } from '../../desk/lists.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { StateBadge } from '../../parts/StateBadge.tsx';
import { useNotify } from '../../parts/Toaster.tsx';
import { urgency } from '../lists/columns.tsx';
import { senderOf, subjectOf } from '../lists/subject.ts';
import { useNames } from '../names.ts';
import { whereIs } from '../whereIs.ts';
import { words } from '../words.ts';
import css from './Item.module.css';

export interface HeaderProps {
  readonly ref: Ref<HTMLHeadingElement>;
  readonly view: InteractionView;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** The commands. */
  readonly children: ReactNode;
}

/** What the open item is, in what state, and where. */
export function Header({ ref, view, busy, onClose, children }: HeaderProps) {
  const { interaction } = view;
  const names = useNames();
  const notify = useNotify();
  const line = lineOf(view);
  const { id, mediaType, state, dueAt, priority } = interaction;
  const copy = () => {
    void navigator.clipboard
      .writeText(id)
      .then(() => notify({ title: words.item.copied, tone: 'positive', id: 'copied' }));
  };
  const sender = senderOf(line);
  return (
    <header className={css.top} data-busy={busy || undefined} data-state={state}>
      <div className={css.line}>
        <MediaIcon mediaType={mediaType} />
        {names.media(mediaType)}
        <span className={css.id}>{id}</span>
        <IconButton icon={Copy} label={words.item.copyId} size="s" onClick={copy} />
        {busy && <span role="status">{words.item.sending}</span>}
        <IconButton icon={X} label={words.close} shortcut="Escape" size="s" onClick={onClose} />
      </div>
      <h2 ref={ref} tabIndex={-1} className={css.title}>
        {subjectOf(line)}
      </h2>
      <div className={css.where}>
        <StateBadge state={state} label={words.states[state]} />
        {sender !== '' && <span>{sender}</span>}
        <span>{whereIs(interaction, names)}</span>
        {dueAt !== undefined && (
          <span>
            {words.item.facets.due} <RelativeTime at={dueAt} toneOf={urgency} />
          </span>
        )}
        {priority !== 0 && (
          <span>
            {words.item.facets.priority} {priority}
          </span>
        )}
      </div>
      {children}
    </header>
  );
}
