import { type ReactNode, useId } from 'react';
import { classes } from '../design/classes.ts';
import css from './Panel.module.css';

export interface PanelProps {
  readonly title: ReactNode;
  /** Beside the title: a Counter, a StateBadge. */
  readonly aside?: ReactNode;
  /** At the end of the header: buttons. */
  readonly actions?: ReactNode;
  /** `flush` lets a list reach the edges. */
  readonly padding?: 'normal' | 'flush';
  /** `card` has an edge of its own; `plain` (default) is one of several panes. */
  readonly look?: 'plain' | 'card';
  readonly children: ReactNode;
}

/** A titled part of the desk. The header stays; the body scrolls when the panel is in a bounded place. */
export function Panel({ title, aside, actions, padding = 'normal', look = 'plain', children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes(css.panel, look === 'card' && css.card)} aria-labelledby={id}>
      <header className={css.header}>
        <h2 id={id} className={css.title}>
          {title}
        </h2>
        {aside}
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </header>
      <div className={classes(css.body, padding === 'normal' && css.padded)}>{children}</div>
    </section>
  );
}
