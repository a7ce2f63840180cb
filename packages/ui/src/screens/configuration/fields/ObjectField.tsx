'use client';
import type { Shape } from '@intray/core';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../parts/Button.tsx';
import { IconButton } from '../../../parts/IconButton.tsx';
import { words } from '../words.ts';
import { blankOf } from './blank.ts';
import { FieldOf } from './FieldOf.tsx';
import css from './Fields.module.css';
import { type FieldInputProps, withEntry } from './field-props.ts';

/** A thing with fields of its own, which may be left out as a whole. */
export function ObjectField(props: FieldInputProps<Extract<Shape, { type: 'object' }>>) {
  const { label, description, error, shape, required, path, faults, value, onChange } = props;
  const object = value as Readonly<Record<string, unknown>> | undefined;
  return (
    <fieldset className={css.nest}>
      <legend className={css.label}>{label}</legend>
      {description !== undefined && <p className={css.hint}>{description}</p>}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      {object === undefined ? (
        <Button
          size="s"
          icon={Plus}
          aria-label={words.field.setOne(label)}
          onClick={() => onChange(blankOf(shape))}
        >
          {words.field.set}
        </Button>
      ) : (
        <div className={css.entry}>
          {!required && (
            <div className={css.entryHead}>
              <span className={css.entryTitle} />
              <IconButton
                size="s"
                icon={Trash2}
                label={words.field.remove(label)}
                onClick={() => onChange(undefined)}
              />
            </div>
          )}
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
        </div>
      )}
    </fieldset>
  );
}
