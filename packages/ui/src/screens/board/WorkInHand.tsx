'use client';
import type { BoardWork } from '@intray/core';
import { Undo2 } from 'lucide-react';
import { useInteraction } from '../../desk/questions.ts';
import { useCommand, usePending } from '../../desk/useCommand.ts';
import { Badge } from '../../parts/Badge.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { useNames } from '../names.ts';
import css from './Board.module.css';
import { words } from './words.ts';

export interface WorkInHandProps {
  readonly work: readonly BoardWork[];
  readonly onOpen: (id: string) => void;
}

/** What an agent has in hand or is offered, each with the way to look at it and to take it back. */
export function WorkInHand({ work, onOpen }: WorkInHandProps) {
  const { agent } = words;
  return (
    <>
      <h4>
        {agent.work} <span className={css.quiet}>{work.length}</span>
      </h4>
      {work.length === 0 && <p className={css.quiet}>{agent.noWork}</p>}
      <ul className={css.facts}>
        {work.map((one) => (
          <Piece key={one.id} work={one} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}

function Piece({ work, onOpen }: { readonly work: BoardWork; readonly onOpen: (id: string) => void }) {
  const names = useNames();
  const execute = useCommand();
  const busy = usePending(work.id);
  // Asked of core, as the open item does: only what may be taken back has a button for it.
  const { data: view } = useInteraction(work.id);
  const subject = work.subject ?? work.id;
  return (
    <li>
      <MediaIcon mediaType={work.mediaType} label={names.media(work.mediaType)} />
      <button
        type="button"
        className={css.open}
        title={subject}
        aria-label={words.agent.open(subject)}
        onClick={() => onOpen(work.id)}
      >
        {subject}
      </button>
      {work.offered && <Badge tone="info">{words.agent.offered}</Badge>}
      <RelativeTime at={work.since} />
      {view?.allowed.includes('revoke') && (
        <IconButton
          icon={Undo2}
          size="s"
          label={words.agent.takeBackOf(subject)}
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void execute({ type: 'revoke', interactionId: work.id, reason: 'supervisor' });
          }}
        />
      )}
    </li>
  );
}
