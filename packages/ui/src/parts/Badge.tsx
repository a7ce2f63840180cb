import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import type { Tone } from '../design/tone.ts';
import css from './Badge.module.css';

export interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  /** `soft` (default) is filled; `plain` has no ground, for dense rows. */
  readonly look?: 'soft' | 'plain';
  /** The word. Colour only ever repeats what it says. */
  readonly children: ReactNode;
}

/** A short fact about a thing. */
export function Badge({ tone = 'neutral', icon: Icon, look = 'soft', children }: BadgeProps) {
  return (
    <span className={classes(css.badge, css[look])} data-tone={tone}>
      {Icon && <Icon className={css.icon} aria-hidden />}
      {children}
    </span>
  );
}
