'use client';
import type { Identified } from '@intray/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from './Drafting.module.css';
import type { Drafting } from './useDrafting.ts';
import { words } from './words.ts';

/** What is not saved yet, what is wrong with it, and the way to save it. Not there while nothing is changed. */
export function DraftBar<T extends Identified>({ drafting }: { readonly drafting: Drafting<T> }) {
  const [note, setNote] = useState('');
  const { changed, faults, overtaken, busy, save, discard, takeIn } = drafting;
  if (changed === 0) return null;
  const [first] = faults;
  return (
    <section className={css.draft} aria-label={words.draft}>
      {overtaken && (
        <div className={css.overtaken} role="alert">
          <TriangleAlert aria-hidden />
          <p>
            {words.overtaken(overtaken.by, overtaken.version)}
            {overtaken.clashes.length > 0 && ` ${words.clashes(overtaken.clashes.join(', '))}`}
          </p>
          {overtaken.clashes.length === 0 ? (
            <Button size="s" onClick={() => takeIn('mine')}>
              {words.takeIn}
            </Button>
          ) : (
            <>
              <Button size="s" onClick={() => takeIn('mine')}>
                {words.keepMine}
              </Button>
              <Button size="s" onClick={() => takeIn('theirs')}>
                {words.takeTheirs}
              </Button>
            </>
          )}
        </div>
      )}
      <div className={css.saving}>
        <div className={css.state} role="status">
          <span>{words.changes(changed)}</span>
          {first === undefined ? (
            <Badge tone="positive" icon={CircleCheck}>
              {words.sound}
            </Badge>
          ) : (
            <>
              <Badge tone="critical" icon={TriangleAlert}>
                {words.faults(faults.length)}
              </Badge>
              <span className={css.fault} title={first.message}>
                {first.message}
              </span>
            </>
          )}
        </div>
        <Button kind="bare" onClick={discard}>
          {words.discard}
        </Button>
        <div className={css.note}>
          <TextField
            label={words.note}
            hideLabel
            placeholder={words.note}
            value={note}
            maxLength={1000}
            onChange={setNote}
          />
        </div>
        <Button
          kind="primary"
          busy={busy}
          disabled={faults.length > 0 || overtaken !== undefined}
          onClick={() => void save(note).then(() => setNote(''))}
        >
          {words.save}
        </Button>
      </div>
    </section>
  );
}
