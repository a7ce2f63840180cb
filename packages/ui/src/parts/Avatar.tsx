import { classes } from '../design/classes.ts';
import css from './Avatar.module.css';

export interface AvatarProps {
  /** The person's or group's name; the initials are taken from it. */
  readonly name: string;
  readonly size?: 's' | 'm' | 'l';
  /** Leave out of the announcement where the name stands beside it. */
  readonly decorative?: boolean;
}

/** One of three quiet grounds, always the same for the same name. Green, amber and red mean something; people do not. */
const hue = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 3, 0);

/** `Ana María Pérez` → `AP`; `agent7` → `A7`; at most two signs. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? words.at(-1)?.[0] : name.match(/\d$/)?.[0];
  return (first + (last ?? '')).toUpperCase();
}

/** A person, as initials on a quiet ground. */
export function Avatar({ name, size = 'm', decorative }: AvatarProps) {
  const role = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span className={classes(css.avatar, css[size])} data-hue={hue(name)} {...role}>
      {initials(name)}
    </span>
  );
}
