'use client';
import type { InteractionCommand, InteractionEvent, InteractionView } from '@intray/core';
import { NotebookPen } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useDraft } from '../../desk/useDraft.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { useNames } from '../names.ts';
import { words } from '../words.ts';
import css from './Item.module.css';

export interface NotesProps {
  readonly view: InteractionView;
  /** Notes are told in the history; `undefined` while it is on the way. */
  readonly history: readonly InteractionEvent[] | undefined;
  readonly startWriting: boolean;
  readonly onGive: (command: InteractionCommand) => Promise<void>;
}

/** What people wrote for each other, and the place to write. A note half written waits for its author. */
export function Notes({ view, history, startWriting, onGive }: NotesProps) {
  const { interaction, allowed } = view;
  const [text, setText] = useDraft(interaction.id, 'note');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (startWriting) form.current?.querySelector('textarea')?.focus();
  }, [startWriting]);

  const names = useNames();
  const notes = (history ?? []).filter((event) => event.type === 'NoteAdded');
  const mayWrite = allowed.includes('addNote');
  const send = () => {
    const note = text.trim();
    if (note === '') return;
    setText('');
    void onGive({ type: 'addNote', interactionId: interaction.id, text: note });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  return (
    <div className={css.stack}>
      {mayWrite && (
        <form ref={form} onSubmit={submit} className={css.stack}>
          <TextArea
            label={words.notes.write}
            value={text}
            onChange={setText}
            maxLength={10_000}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
          <div className={css.buttons}>
            <Button type="submit" kind="primary" shortcut="mod+Enter">
              {words.notes.add}
            </Button>
          </div>
        </form>
      )}
      {notes.length === 0 && (
        <EmptyState icon={NotebookPen} title={words.notes.none}>
          {words.notes.noneWhy}
        </EmptyState>
      )}
      {notes.map(({ version, data, by, at }) => (
        <article key={version} className={css.note}>
          <div className={css.noteBy}>
            <span>{names.person(by)}</span>
            <RelativeTime at={at} />
          </div>
          <p className={css.noteText}>{data.text}</p>
        </article>
      ))}
    </div>
  );
}
