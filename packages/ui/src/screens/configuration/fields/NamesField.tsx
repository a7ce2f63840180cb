'use client';
import type { ConfigurationKind, Shape } from '@intray/core';
import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { classes } from '../../../design/classes.ts';
import { Button } from '../../../parts/Button.tsx';
import { Combobox } from '../../../parts/Combobox.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { choiceTitle } from '../titles.ts';
import { words } from '../words.ts';
import css from './Fields.module.css';
import type { FieldInputProps } from './field-props.ts';
import { useChoices } from './useChoices.ts';

export interface NamesFieldProps extends Omit<FieldInputProps, 'shape'> {
  readonly of: Extract<Shape, { type: 'text' | 'choice' }>;
  /** Announced but not drawn, where the place says it already. */
  readonly hideLabel?: boolean;
}

/** Drawn at once; more are found by typing. */
const MOST = 60;
const NO_KINDS: readonly ConfigurationKind[] = [];

/** Several names, each to be taken away, and one more to add: chosen where they name objects, otherwise typed. */
export function NamesField({
  label,
  hideLabel,
  description,
  error,
  of,
  required,
  faults,
  value,
  onChange,
}: NamesFieldProps) {
  const group = useId();
  const [sought, setSought] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  const names = Array.isArray(value) ? value.map(String) : [];
  const kinds = of.type === 'text' ? (of.names ?? NO_KINDS) : NO_KINDS;
  const objects = useChoices(kinds);
  const choices =
    of.type === 'choice' ? of.choices.map((one) => ({ value: one, label: choiceTitle(one) })) : objects;
  const isChosen = of.type === 'choice' || kinds.length > 0;
  const titles = new Map(choices.map((choice) => [choice.value, choice.label]));
  const titled = (name: string) => titles.get(name) ?? name;
  const letters = sought.trim().toLowerCase();
  const found = letters === '' ? names : names.filter((name) => titled(name).toLowerCase().includes(letters));
  const set = (next: readonly string[]) => onChange(next.length === 0 && !required ? undefined : next);
  const message = error ?? faults.find(({ at }) => at.length > 0)?.message;
  const chosen = new Set(names);
  // The line begins anew after each name; whoever adds several with the keyboard goes on in it.
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    frame.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  });
  const add = (name: string) => {
    added.current = true;
    set([...names, name]);
  };

  return (
    <div ref={frame} className={css.field} role="group" aria-labelledby={group}>
      <span className={classes(css.label, hideLabel && 'visually-hidden')} id={group}>
        {label}
        {names.length > 0 && <span className={css.count}>{names.length}</span>}
      </span>
      {names.length > MOST && (
        <TextField
          label={words.field.findIn(label)}
          hideLabel
          type="search"
          placeholder={words.field.findIn(label)}
          value={sought}
          onChange={setSought}
        />
      )}
      {names.length > 0 && (
        <ul className={css.chips}>
          {found.slice(0, MOST).map((name) => (
            <li key={name} className={css.chip}>
              <span className={css.chipName} title={titled(name)}>
                {titled(name)}
              </span>
              <button
                type="button"
                className={css.chipRemove}
                aria-label={words.field.remove(titled(name))}
                onClick={() => set(names.filter((one) => one !== name))}
              >
                <X aria-hidden size={12} />
              </button>
            </li>
          ))}
          {found.length > MOST && <li className={css.hint}>{words.field.more(found.length - MOST)}</li>}
        </ul>
      )}
      {isChosen ? (
        <Combobox
          // A new one after each name, so that what was typed is gone.
          key={names.length}
          label={words.field.addOne(label)}
          hideLabel
          options={choices.filter((choice) => !chosen.has(choice.value))}
          value={null}
          onChange={(next) => next !== null && add(next)}
          placeholder={words.field.add}
          emptyText={words.field.nothing}
          openLabel={`${words.field.open}: ${label}`}
        />
      ) : (
        <Typed label={label} onAdd={(name) => !chosen.has(name) && set([...names, name])} />
      )}
      {description !== undefined && <span className={css.hint}>{description}</span>}
      {message !== undefined && (
        <span className={css.error} role="alert">
          {message}
        </span>
      )}
    </div>
  );
}

function Typed({ label, onAdd }: { readonly label: string; readonly onAdd: (name: string) => void }) {
  const [text, setText] = useState('');
  const add = () => {
    const name = text.trim();
    if (name === '') return;
    onAdd(name);
    setText('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <span className={css.typed}>
      <TextField
        label={words.field.addOne(label)}
        hideLabel
        placeholder={words.field.text}
        value={text}
        onChange={setText}
        onKeyDown={press}
      />
      <Button icon={Plus} onClick={add}>
        {words.field.add}
      </Button>
    </span>
  );
}
