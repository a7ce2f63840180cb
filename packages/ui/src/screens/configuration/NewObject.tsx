'use client';
import { type ConfigurationKind, shapeOf } from '@intray/core';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from './Configuration.module.css';
import { useDraftOfConfiguration } from './draft/DraftProvider.tsx';
import { objectIn } from './draft/draft.ts';
import { blankObject } from './fields/blank.ts';
import { kindTitle } from './titles.ts';
import { words } from './words.ts';

export interface NewObjectProps {
  readonly kind: ConfigurationKind;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** Asks for the id and the name of a new object and puts it into the draft, with the least of everything else. */
export function NewObject({ kind, onClose, onAdded }: NewObjectProps) {
  const { config, change } = useDraftOfConfiguration();
  const form = useId();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const fields = shapeOf(kind);
  const isNamed = fields.some((field) => field.name === 'name');
  const { list } = words;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = id.trim();
    if (wanted === '') return setTrouble(list.idMissing);
    if (objectIn(config, kind, wanted) !== undefined) return setTrouble(list.taken);
    const called = isNamed ? { name: name.trim() || wanted } : {};
    change([{ kind, put: { ...blankObject(fields), id: wanted, ...called } }]);
    onClose();
    onAdded(wanted);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={list.addTitle(kindTitle(kind))}
      description={list.addWhy}
      closeLabel={words.close}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" type="submit" form={form}>
            {list.create}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <TextField
          label={list.id}
          required
          value={id}
          spellCheck={false}
          autoComplete="off"
          onChange={(next) => {
            setId(next);
            setTrouble(undefined);
          }}
          {...(trouble !== undefined && { error: trouble })}
        />
        {isNamed && <TextField label={list.name} value={name} autoComplete="off" onChange={setName} />}
      </form>
    </Dialog>
  );
}
