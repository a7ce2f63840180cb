'use client';
import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';
import css from './Switch.module.css';

export interface SwitchProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** On or off, in force at once. */
export function Switch({ label, description, checked, onChange, disabled }: SwitchProps) {
  return (
    <label className={css.row} data-disabled={disabled || undefined}>
      <Base.Root
        className={css.track}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
      >
        <Base.Thumb className={css.thumb} />
      </Base.Root>
      <span>
        {label}
        {description !== undefined && <span className={css.description}>{description}</span>}
      </span>
    </label>
  );
}
