'use client';
import { Field } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import css from './FieldFrame.module.css';

/** What every control of a form has beside itself. */
export interface FieldProps {
  readonly label: string;
  /** Announced but not drawn, where the place says it already. */
  readonly hideLabel?: boolean;
  /** What to enter, in a sentence. */
  readonly description?: ReactNode;
  /** What is wrong and what to do. Its presence marks the control as invalid. */
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

interface FieldFrameProps extends FieldProps {
  /** The `<label>` of a native control, or a plain one for a control that is a button (a select). */
  readonly labelElement?: ReactNode;
  readonly children: ReactNode;
}

/** Label above, hint and error below, tied together for screen readers. Only for the controls in this folder. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, hideLabel, description, error, disabled, required, labelElement, children } = props;
  return (
    <Field.Root className={css.field} invalid={error !== undefined} disabled={disabled ?? false}>
      {labelElement ?? (
        <Field.Label className={classes(css.label, hideLabel && 'visually-hidden')}>
          {label}
          {required && <RequiredMark />}
        </Field.Label>
      )}
      {children}
      {description !== undefined && (
        <Field.Description className={css.description}>{description}</Field.Description>
      )}
      {error !== undefined && (
        <Field.Error className={css.error} match>
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}

/** Seen only: the control itself says `required`. */
export function RequiredMark() {
  return (
    <span className={css.required} aria-hidden>
      {' *'}
    </span>
  );
}
