'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { KeyHint } from './KeyHint.tsx';
import css from './Tooltip.module.css';

export interface TooltipProps {
  /** A few words. Whatever a person must know belongs on the page instead: touch and haste never see this. */
  readonly label: ReactNode;
  readonly shortcut?: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that takes a ref and can be focused. */
  readonly children: ReactElement;
}

/** A few words about what is under the pointer or has the focus. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className={css.positioner} side={side} sideOffset={6}>
          <Base.Popup className={css.popup}>
            {label}
            {shortcut && <KeyHint keys={shortcut} tone="inherit" decorative />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
