'use client';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../design/classes.ts';
import css from './IconButton.module.css';
import { ariaShortcut } from './keys.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does. A sign alone is a riddle: the label is announced, and shown as a tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly size?: 's' | 'm';
  /** On or off, for a button that toggles something. */
  readonly pressed?: boolean;
}

/** A button with a sign only, for places where words would crowd. */
export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = 'm',
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} {...(shortcut && { shortcut })}>
      <button
        type="button"
        {...rest}
        className={classes(css.button, css[size], className)}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      >
        <Icon aria-hidden />
      </button>
    </Tooltip>
  );
}
