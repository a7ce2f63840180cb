'use client';
import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './Switch.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly hideLabel?: boolean;
  readonly description?: ReactNode;
  readonly checked: boolean;
  /** Some of what it stands for is chosen. */
  readonly mixed?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** Chosen or not, in force when the form is sent. */
export function Checkbox({
  label,
  hideLabel,
  description,
  checked,
  mixed,
  onChange,
  disabled,
}: CheckboxProps) {
  return (
    <label className={css.row} data-disabled={disabled || undefined}>
      <Base.Root
        className={css.box}
        checked={checked}
        indeterminate={mixed ?? false}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
      >
        <Base.Indicator>{mixed ? <Minus aria-hidden /> : <Check aria-hidden />}</Base.Indicator>
      </Base.Root>
      {hideLabel ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <span>
          {label}
          {description !== undefined && <span className={css.description}>{description}</span>}
        </span>
      )}
    </label>
  );
}
