import { expect, test } from 'vitest';
import { ariaShortcut, keyCaps } from './keys.ts';

test('a shortcut is drawn with the caps of the keyboard in front of the person', () => {
  expect(keyCaps('mod+shift+enter', false)).toEqual(['Ctrl', 'Shift', '↵']);
  expect(keyCaps('mod+shift+enter', true)).toEqual(['⌘', '⇧', '↵']);
  expect(keyCaps('a', false)).toEqual(['A']);
  expect(keyCaps('F2', false)).toEqual(['F2']);
});

test('a shortcut is announced in the words of aria-keyshortcuts', () => {
  expect(ariaShortcut('mod+enter')).toBe('Control+Enter');
  expect(ariaShortcut('a')).toBe('A');
});
