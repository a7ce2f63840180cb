'use client';
import type { KeyboardEvent, ReactNode } from 'react';
import css from './Toolbar.module.css';

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Buttons in a row. Tab goes through them as usual; the arrow keys do too, without leaving the row. */
export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <div className={css.toolbar} role="toolbar" aria-label={label} onKeyDown={moveFocus}>
      {children}
    </div>
  );
}

/** A line between two groups of buttons. */
export const ToolbarDivider = () => <span className={css.divider} aria-hidden />;

/** Pushes what follows to the end of the row. */
export const ToolbarSpacer = () => <span className={css.spacer} aria-hidden />;

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const target = event.target as HTMLElement;
  if (step === undefined || target.tagName !== 'BUTTON') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const next =
    buttons[(buttons.indexOf(target as HTMLButtonElement) + step + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}
