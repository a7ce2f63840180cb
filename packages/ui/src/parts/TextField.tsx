'use client';
import { Field } from '@base-ui/react/field';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../design/classes.ts';
import { defined } from '../design/defined.ts';
import frame from './FieldFrame.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';
import css from './TextField.module.css';

export interface TextFieldProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'defaultValue' | 'disabled' | 'required' | 'size'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Drawn at the start of the line, such as a magnifier. */
  readonly icon?: LucideIcon;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    description,
    error,
    disabled,
    required,
    value,
    onChange,
    icon: Icon,
    ...rest
  } = props;
  return (
    <FieldFrame {...defined({ hideLabel, description, error, disabled, required })} label={label}>
      <span className={css.line}>
        {Icon && <Icon className={css.icon} aria-hidden />}
        <Field.Control
          {...rest}
          className={classes(frame.control, Icon && css.withIcon)}
          value={value}
          required={required ?? false}
          onValueChange={onChange}
        />
      </span>
    </FieldFrame>
  );
}
