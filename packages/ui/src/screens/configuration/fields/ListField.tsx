'use client';
import type { Shape } from '@intray/core';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useContext } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { IconButton } from '../../../parts/IconButton.tsx';
import { words } from '../words.ts';
import { blankOf, moved } from './blank.ts';
import { Control, FieldOf } from './FieldOf.tsx';
import css from './Fields.module.css';
import { type FieldInputProps, withEntry, within } from './field-props.ts';

export interface ListFieldProps extends Omit<FieldInputProps, 'shape'> {
  readonly of: Shape;
}

/** Several things that have fields of their own, in an order. */
export function ListField(props: ListFieldProps) {
  const { label, description, error, of, required, path, faults, value, onChange } = props;
  const entries = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const set = (next: readonly unknown[]) => onChange(next.length === 0 && !required ? undefined : next);
  const put = (index: number, entry: unknown) => set(entries.map((one, at) => (at === index ? entry : one)));
  return (
    <fieldset className={css.nest}>
      <legend className={css.label}>{label}</legend>
      {description !== undefined && <p className={css.hint}>{description}</p>}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      {entries.map((entry, index) => {
        const title = words.field.entry(label, index + 1);
        return (
          <div key={index} className={css.entry} role="group" aria-label={title}>
            <div className={css.entryHead}>
              <span className={css.entryTitle}>{title}</span>
              <IconButton
                size="s"
                icon={ArrowUp}
                label={words.field.up(title)}
                disabled={index === 0}
                onClick={() => set(moved(entries, index, -1))}
              />
              <IconButton
                size="s"
                icon={ArrowDown}
                label={words.field.down(title)}
                disabled={index === entries.length - 1}
                onClick={() => set(moved(entries, index, 1))}
              />
              <IconButton
                size="s"
                icon={Trash2}
                label={words.field.remove(title)}
                onClick={() => set(entries.filter((_, at) => at !== index))}
              />
            </div>
            <Entry
              shape={of}
              title={title}
              path={path}
              faults={within(faults, index)}
              value={entry}
              onChange={(next) => put(index, next)}
            />
          </div>
        );
      })}
      <Button size="s" icon={Plus} onClick={() => set([...entries, blankOf(of)])}>
        {words.field.addOne(label)}
      </Button>
    </fieldset>
  );
}

interface EntryProps extends Pick<FieldInputProps, 'path' | 'faults' | 'value' | 'onChange'> {
  readonly shape: Shape;
  readonly title: string;
}

function Entry({ shape, title, path, faults, value, onChange }: EntryProps) {
  const Input = useContext(Control);
  if (shape.type !== 'object')
    return (
      <Input
        label={title}
        shape={shape}
        required
        path={path}
        faults={faults}
        value={value}
        onChange={onChange}
      />
    );
  const object = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    <>
      {shape.fields.map((field) => (
        <FieldOf
          key={field.name}
          field={field}
          path={`${path}.${field.name}`}
          faults={faults}
          value={object[field.name]}
          onChange={(next) => onChange(withEntry(object, field.name, next))}
        />
      ))}
    </>
  );
}
