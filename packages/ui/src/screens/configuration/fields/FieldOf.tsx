'use client';
import type { FieldShape } from '@intray/core';
import { type ComponentType, createContext, useContext } from 'react';
import { fieldHelpOf, fieldTitle } from '../titles.ts';
import { type Faults, type FieldInputProps, ownFault, within } from './field-props.ts';

/**
 * The control for any shape. Things with fields inside ask for it here: a value holds values, and a module that
 * imports itself by way of others is one that nobody can read from the top.
 */
export const Control = createContext<ComponentType<FieldInputProps>>(() => null);

export interface FieldOfProps {
  readonly field: FieldShape;
  readonly path: string;
  readonly faults: Faults;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** A field under its own words. `faults` are those of the object it stands in. */
export function FieldOf({ field: { name, required, shape }, path, faults, value, onChange }: FieldOfProps) {
  const Input = useContext(Control);
  const inside = within(faults, name);
  const error = ownFault(inside);
  const description = fieldHelpOf(path);
  return (
    <Input
      label={fieldTitle(name)}
      {...(description !== undefined && { description })}
      {...(error !== undefined && { error })}
      shape={shape}
      required={required}
      path={path}
      faults={inside}
      value={value}
      onChange={onChange}
    />
  );
}
