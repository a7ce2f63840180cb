'use client';
import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { classes } from '../design/classes.ts';
import { defined } from '../design/defined.ts';
import frame from './FieldFrame.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';
import css from './TextField.module.css';

export interface TextAreaProps
  extends FieldProps,
    Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'defaultValue' | 'disabled' | 'required'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lines of text; the person can pull it taller. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, description, error, disabled, required, value, onChange, ...rest } = props;
  return (
    <FieldFrame {...defined({ hideLabel, description, error, disabled, required })} label={label}>
      <Field.Control
        className={classes(frame.control, css.area)}
        value={value}
        required={required ?? false}
        onValueChange={onChange}
        render={<textarea rows={3} {...rest} />}
      />
    </FieldFrame>
  );
}
