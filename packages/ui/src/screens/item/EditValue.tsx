'use client';
import type { Json, ListedValue } from '@intray/core';
import { type FormEvent, useState } from 'react';
import { drafts } from '../../desk/drafts.ts';
import { useDraft } from '../../desk/useDraft.ts';
import { Button } from '../../parts/Button.tsx';
import { Combobox } from '../../parts/Combobox.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { words } from '../words.ts';
import css from './Item.module.css';
import { choicesFor, chosen } from './listed.ts';
import { parseTyped, typeNamed, typeOf, VALUE_TYPES, written } from './typed.ts';

const text = words.data;
const types = () => VALUE_TYPES.map((value) => ({ value, label: text.types[value] }));
const yesOrNo = () =>
  [
    { value: 'true', label: text.yes },
    { value: 'false', label: text.no },
  ] as const;

const NEW_KEY = 'data:';
const PARTS = ['', '.key', '.type'] as const;

function forgetDraft(subject: string, field: string): void {
  for (const part of PARTS) drafts.write(subject, field + part, '');
}

/** Somebody began to add a key to this interaction and has not finished. */
export const hasNewKeyDraft = (subject: string): boolean =>
  PARTS.some((part) => drafts.read(subject, NEW_KEY + part) !== '');

export interface EditValueProps {
  /** The interaction's id: what is typed is kept under it until it is saved. */
  readonly subject: string;
  /** Absent for a new key. */
  readonly known?: { readonly key: string; readonly value: Json };
  /** What the value of a key is chosen from, where it is. */
  readonly listOf: (key: string) => readonly ListedValue[] | undefined;
  /** What the key is called; the key itself if left out. */
  readonly name?: string;
  /** Keys that are there already. */
  readonly taken: readonly string[];
  readonly onSave: (key: string, value: Json) => void;
  readonly onCancel: () => void;
}

/** One key and its value, with the type the value shall have. */
export function EditValue({ subject, known, listOf, name, taken, onSave, onCancel }: EditValueProps) {
  const field = NEW_KEY + (known?.key ?? '');
  const [draft, setDraft] = useDraft(subject, field);
  const [newKey, setKey] = useDraft(subject, `${field}.key`);
  const [newType, setType] = useDraft(subject, `${field}.type`);
  const key = known?.key ?? newKey;
  const type = typeNamed(newType) ?? (known ? typeOf(known.value) : 'text');
  const [problem, setProblem] = useState<{ readonly key?: string; readonly value?: string }>({});
  const value = draft === '' && known ? written(known.value) : draft;
  const list = listOf(key.trim());
  const choices = list && choicesFor(list, known?.value ?? '');

  const leave = () => {
    forgetDraft(subject, field);
    onCancel();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() === '') return setProblem({ key: text.keyMissing });
    if (known === undefined && taken.includes(key)) return setProblem({ key: text.keyThere });
    if (choices !== undefined) {
      if (!choices.some(({ id }) => id === value)) return setProblem({ value: text.notListed });
      forgetDraft(subject, field);
      return onSave(key, chosen(value, known?.value ?? null));
    }
    const parsed = parseTyped(type, type === 'yesno' && value === '' ? 'false' : value);
    if (!parsed.ok) return setProblem({ value: parsed.problem });
    forgetDraft(subject, field);
    onSave(key, parsed.value);
  };
  const wrong = problem.value === undefined ? {} : { error: problem.value };

  return (
    <form
      className={css.edit}
      onSubmit={save}
      noValidate
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <TextField
        label={text.key}
        value={known === undefined ? key : (name ?? key)}
        onChange={setKey}
        disabled={known !== undefined}
        autoFocus={known === undefined}
        maxLength={255}
        autoComplete="off"
        {...(problem.key !== undefined && { error: problem.key })}
      />
      {choices !== undefined && (
        <div className={css.wide}>
          <Combobox
            label={text.value}
            options={choices.map(({ id, name: called }) => ({ value: id, label: called }))}
            value={value === '' ? null : value}
            onChange={(id) => setDraft(id ?? '')}
            emptyText={text.noSuchValue}
            openLabel={text.openValues}
            {...wrong}
          />
        </div>
      )}
      {choices === undefined && (
        <Select label={text.type} options={types()} value={type} onChange={setType} />
      )}
      {choices === undefined && type !== 'empty' && (
        <div className={css.wide}>
          {type === 'yesno' ? (
            <Select
              label={text.value}
              options={yesOrNo()}
              value={value === 'true' ? 'true' : 'false'}
              onChange={setDraft}
            />
          ) : type === 'json' || value.includes('\n') || value.length > 80 ? (
            <TextArea
              label={text.value}
              value={value}
              onChange={setDraft}
              autoFocus={known !== undefined}
              rows={5}
              {...wrong}
            />
          ) : (
            <TextField
              label={text.value}
              {...(type === 'date' && { type: 'date' })}
              value={value}
              onChange={setDraft}
              autoFocus={known !== undefined}
              autoComplete="off"
              {...wrong}
            />
          )}
        </div>
      )}
      <div className={css.buttons}>
        <Button kind="bare" onClick={leave}>
          {words.cancel}
        </Button>
        <Button type="submit" kind="primary">
          {text.save}
        </Button>
      </div>
    </form>
  );
}
