import { expect, test } from 'vitest';
import { THEME_SCRIPT } from './theme.ts';

/** Runs the inline script on a page of which only what it touches is there. */
function themeAtStart(getItem: () => string | null): string | undefined {
  const page = { documentElement: { dataset: {} as { theme?: string } } };
  new Function('localStorage', 'document', THEME_SCRIPT)({ getItem }, page);
  return page.documentElement.dataset.theme;
}

test('the page starts in the theme that was chosen', () => {
  expect(themeAtStart(() => 'dark')).toBe('dark');
  expect(themeAtStart(() => 'light')).toBe('light');
});

test('without a choice, or with one that is no theme, the operating system decides', () => {
  expect(themeAtStart(() => null)).toBeUndefined();
  expect(themeAtStart(() => '"><script>')).toBeUndefined();
});

test('a browser that forbids storage still draws the page', () => {
  expect(
    themeAtStart(() => {
      throw new DOMException('storage is forbidden', 'SecurityError');
    }),
  ).toBeUndefined();
});
