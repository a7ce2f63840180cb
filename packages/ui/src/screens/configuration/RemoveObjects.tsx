'use client';
import { type ConfigurationKind, hangingOn } from '@intray/core';
import { useMemo } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import css from './Configuration.module.css';
import { useDraftOfConfiguration } from './draft/DraftProvider.tsx';
import { objectIn } from './draft/draft.ts';
import { kindTitle } from './titles.ts';
import { words } from './words.ts';

export interface RemoveObjectsProps {
  readonly kind: ConfigurationKind;
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Read one by one; of more, it is told how many. */
const MOST = 30;

/** Takes objects out of the draft, after showing what names them and would point nowhere. */
export function RemoveObjects({ kind, ids, onClose, onRemoved }: RemoveObjectsProps) {
  const { config, change } = useDraftOfConfiguration();
  const there = useMemo(() => ids.filter((id) => objectIn(config, kind, id)), [ids, config, kind]);
  const held = useMemo(
    () =>
      hangingOn(
        config,
        there.map((id) => ({ kind, id })),
      ),
    [config, kind, there],
  );
  const { object } = words;
  const remove = () => {
    change(there.map((id) => ({ kind, remove: id })));
    onRemoved();
    onClose();
  };
  const what =
    there.length === 1 ? `${kindTitle(kind)} · ${there[0]}` : `${kindTitle(kind)} · ${there.length}`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="m"
      title={object.removeTitle(what)}
      description={held.length === 0 ? object.removeFree : object.removeHeld(held.length)}
      closeLabel={words.close}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" onClick={remove}>
            {object.removeAnyway}
          </Button>
        </>
      }
    >
      {held.length > 0 && (
        <ul className={css.held}>
          {held.slice(0, MOST).map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
          {held.length > MOST && <li>{object.more(held.length - MOST)}</li>}
        </ul>
      )}
    </Dialog>
  );
}
