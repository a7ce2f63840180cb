'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { KeyHint } from './KeyHint.tsx';
import css from './Tooltip.module.css';

export interface TooltipPopupProps {
  /** The element it stands beside. */
  readonly anchor: Element | null;
  readonly open: boolean;
  /** Called on Esc and on a press elsewhere. */
  readonly onHide: () => void;
  readonly label: ReactNode;
  readonly shortcut: string | undefined;
  readonly side: 'top' | 'bottom' | 'left' | 'right';
}

/** The drawn half of a tooltip. */
export function TooltipPopup({ anchor, open, onHide, label, shortcut, side }: TooltipPopupProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onHide()}>
      <Base.Portal>
        <Base.Positioner className={css.positioner} anchor={anchor} side={side} sideOffset={6}>
          <Base.Popup className={css.popup}>
            {label}
            {shortcut && <KeyHint keys={shortcut} tone="inherit" decorative />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
