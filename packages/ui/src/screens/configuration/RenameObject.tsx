'use client';
import { type ConfigurationKind, renaming } from '@intray/core';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from './Configuration.module.css';
import { useDraftOfConfiguration } from './draft/DraftProvider.tsx';
import { objectIn } from './draft/draft.ts';
import { words } from './words.ts';

export interface RenameObjectProps {
  readonly kind: ConfigurationKind;
  readonly id: string;
  readonly onClose: () => void;
  readonly onRenamed: (id: string) => void;
}

/** Gives an object another id in the draft, and takes along what names it. */
export function RenameObject({ kind, id, onClose, onRenamed }: RenameObjectProps) {
  const { config, change } = useDraftOfConfiguration();
  const form = useId();
  const [to, setTo] = useState(id);
  const [trouble, setTrouble] = useState<string>();
  const { object, list } = words;
  const wanted = to.trim();
  const isNew = wanted !== '' && wanted !== id && objectIn(config, kind, wanted) === undefined;
  const plan = useMemo(
    () => (isNew ? renaming(config, { kind, id }, wanted) : undefined),
    [isNew, config, kind, id, wanted],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (plan === undefined) return setTrouble(wanted === '' ? list.idMissing : list.taken);
    change(plan.edits);
    onClose();
    onRenamed(wanted);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="m"
      title={object.renameTitle(id)}
      description={object.renameWhy}
      closeLabel={words.close}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" form={form}>
            {object.rename}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <TextField
          label={object.newId}
          required
          value={to}
          spellCheck={false}
          onChange={(next) => {
            setTo(next);
            setTrouble(undefined);
          }}
          {...(trouble !== undefined && { error: trouble })}
        />
        {plan !== undefined && plan.left.length > 0 && (
          <>
            <p>{object.renameLeft(plan.left.length)}</p>
            <ul className={css.held}>
              {plan.left.slice(0, 30).map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </>
        )}
      </form>
    </Dialog>
  );
}
