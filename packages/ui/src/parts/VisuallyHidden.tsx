import type { ReactNode } from 'react';

export interface VisuallyHiddenProps {
  readonly children: ReactNode;
  /** Announced when it changes: `polite` waits for a pause, `assertive` interrupts. */
  readonly live?: 'polite' | 'assertive';
}

/** Words for screen readers only. */
export function VisuallyHidden({ children, live }: VisuallyHiddenProps) {
  return (
    <span className="visually-hidden" aria-live={live} aria-atomic={live && true}>
      {children}
    </span>
  );
}
