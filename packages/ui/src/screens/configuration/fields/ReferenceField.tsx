'use client';
import type { ConfigurationKind } from '@intray/core';
import { Combobox } from '../../../parts/Combobox.tsx';
import { words } from '../words.ts';
import type { FieldInputProps } from './field-props.ts';
import { useChoices } from './useChoices.ts';

export interface ReferenceFieldProps extends Omit<FieldInputProps, 'shape'> {
  readonly kinds: readonly ConfigurationKind[];
}

/** The id of an object, found by its name. One that does not exist any more is shown as it is. */
export function ReferenceField(props: ReferenceFieldProps) {
  const { label, description, error, kinds, required, value, onChange } = props;
  const choices = useChoices(kinds);
  const id = typeof value === 'string' && value !== '' ? value : null;
  const lost = id !== null && !choices.some((choice) => choice.value === id);
  return (
    <Combobox
      label={label}
      {...(description !== undefined && { description })}
      {...(error !== undefined && { error })}
      required={required}
      options={lost ? [...choices, { value: id, label: `${id} – ${words.field.unknown}` }] : choices}
      value={id}
      onChange={(next) => onChange(next ?? (required ? '' : undefined))}
      placeholder={words.field.none}
      emptyText={words.field.nothing}
      openLabel={`${words.field.open}: ${label}`}
    />
  );
}
