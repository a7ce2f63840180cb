'use client';
import { useEffect, useRef } from 'react';
import { pressed } from './keyboard.ts';

/** What each shortcut does: `a`, `shift+s`, `?`, or one after the other: `g w`. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Typing belongs to the field, and keys in a menu or a dialog belong to it. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"]';
/** Radio buttons and check boxes take no letters. */
const NO_TEXT = 'input[type="radio"], input[type="checkbox"]';
const SEQUENCE = 1_000;

let first: { readonly key: string; readonly at: number } | undefined;

/** A row of a list has the keyboard: keys about one item mean that row. */
export const inRow = (target: Element | undefined): boolean => target?.closest('[data-index]') != null;

/**
 * Binds shortcuts for as long as the component is there, where `applies` says so of what has the keyboard. The window
 * hears each key once.
 */
export function useKeys(keys: Keys, applies: (target: Element | undefined) => boolean = () => true): void {
  const current = useRef({ keys, applies });
  current.current = { keys, applies };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.defaultPrevented || (target?.closest(ELSEWHERE) && !target.matches(NO_TEXT))) return;
      const key = pressed(event);
      if (key === undefined) return;
      if (!current.current.applies(target)) return;
      const bound = current.current.keys;
      const before = first && performance.now() - first.at < SEQUENCE ? first.key : undefined;
      const act = (before && bound[`${before} ${key}`]) || (before === undefined ? bound[key] : undefined);
      if (act === undefined) return;
      event.preventDefault();
      first = undefined;
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Remembers the first key of a sequence. Bound once, by the shell. */
export function useSequences(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.defaultPrevented || target?.closest(ELSEWHERE)) return;
      first = pressed(event) === 'g' ? { key: 'g', at: performance.now() } : undefined;
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
