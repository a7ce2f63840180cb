'use client';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import css from './Button.module.css';
import { KeyHint } from './KeyHint.tsx';
import { ariaShortcut } from './keys.ts';

export type ButtonKind = 'primary' | 'quiet' | 'bare' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one thing to do next; `quiet` (default) is bordered; `bare` has no edge; `danger` can't be undone. */
  readonly kind?: ButtonKind;
  /** 26, 32 (default) or 40 pixels high. */
  readonly size?: 's' | 'm' | 'l';
  readonly icon?: LucideIcon;
  /** Under way: shows a spinner, keeps its width and its focus, and takes no second click. */
  readonly busy?: boolean;
  /** Shown and announced, such as `A` or `mod+Enter`. Binding the key is the screen's business. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

/** A button that says what it does. */
export function Button(props: ButtonProps) {
  const {
    kind = 'quiet',
    size = 'm',
    icon: Icon,
    busy,
    shortcut,
    children,
    className,
    onClick,
    ...rest
  } = props;

  // `disabled` would throw the focus out while the work is under way; a person at the keyboard would lose the place.
  const click = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));

  return (
    <button
      type="button"
      {...rest}
      className={classes(css.button, css[kind], css[size], className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      onClick={click}
    >
      <span className={css.content}>
        {Icon && <Icon className={css.icon} aria-hidden />}
        {children}
        {shortcut && <KeyHint keys={shortcut} tone="inherit" decorative />}
      </span>
      {busy && <span className={css.spinner} aria-hidden />}
    </button>
  );
}
