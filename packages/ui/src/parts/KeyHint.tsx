'use client';
import { useSyncExternalStore } from 'react';
import { classes } from '../design/classes.ts';
import css from './KeyHint.module.css';
import { keyCaps } from './keys.ts';

export interface KeyHintProps {
  /** Such as `a`, `mod+Enter`, `shift+/`. */
  readonly keys: string;
  /** `inherit` borrows ink and edge from a coloured button around it. */
  readonly tone?: 'plain' | 'inherit';
  /** Hidden from screen readers, where `aria-keyshortcuts` already says it. */
  readonly decorative?: boolean;
}

const never = () => () => {};
const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

/** The keys to press, drawn as key caps for the keyboard in front of the person. */
export function KeyHint({ keys, tone = 'plain', decorative }: KeyHintProps) {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return (
    <kbd className={classes(css.keys, css[tone])} aria-hidden={decorative || undefined}>
      {keyCaps(keys, mac).map((cap) => (
        <span key={cap} className={css.cap}>
          {cap}
        </span>
      ))}
    </kbd>
  );
}
