'use client';
import type { Shape } from '@intray/core';
import { Trash2 } from 'lucide-react';
import { useContext } from 'react';
import { IconButton } from '../../../parts/IconButton.tsx';
import { choiceTitle } from '../titles.ts';
import { words } from '../words.ts';
import { blankOf } from './blank.ts';
import { Control } from './FieldOf.tsx';
import css from './Fields.module.css';
import { type FieldInputProps, withEntry, within } from './field-props.ts';
import { NamesField } from './NamesField.tsx';
import { useChoices } from './useChoices.ts';

const NO_KINDS = [] as const;

/** Values by name: how much of each medium, how well each skill, which hours each day. */
export function RecordField(props: FieldInputProps<Extract<Shape, { type: 'record' }>>) {
  const { label, description, error, shape, required, path, faults, value, onChange } = props;
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  const Input = useContext(Control);
  const { key, of } = shape;
  const objects = useChoices(key.type === 'text' ? (key.names ?? NO_KINDS) : NO_KINDS);
  const titles = new Map(objects.map((choice) => [choice.value, choice.label]));
  const titled = (name: string) => titles.get(name) ?? choiceTitle(name);
  const set = (next: Readonly<Record<string, unknown>>) =>
    onChange(Object.keys(next).length === 0 && !required ? undefined : next);
  const keyShape = key.type === 'choice' || key.type === 'text' ? key : ({ type: 'text' } as const);
  return (
    <fieldset className={css.nest}>
      <legend className={css.label}>{label}</legend>
      {Object.entries(record).map(([name, entry]) => {
        const inside = within(faults, name);
        const own = inside.find(({ at }) => at.length === 0)?.message;
        return (
          <div key={name} className={css.pair}>
            <Input
              label={titled(name)}
              {...(own !== undefined && { error: own })}
              shape={of}
              required
              path={path}
              faults={inside}
              value={entry}
              onChange={(next) => set({ ...record, [name]: next })}
            />
            <IconButton
              size="s"
              icon={Trash2}
              label={words.field.remove(titled(name))}
              onClick={() => set(withEntry(record, name, undefined))}
            />
          </div>
        );
      })}
      <NamesField
        hideLabel
        label={words.field.addOne(label)}
        of={keyShape}
        required
        path={path}
        faults={[]}
        value={[]}
        onChange={(next) => {
          const [name] = next as readonly string[];
          if (name !== undefined && !Object.hasOwn(record, name)) set({ ...record, [name]: blankOf(of) });
        }}
      />
      {description !== undefined && <p className={css.hint}>{description}</p>}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
