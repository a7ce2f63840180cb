import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Button } from './Button.tsx';

test('a busy button says so and can still be reached by keyboard', () => {
  const markup = renderToStaticMarkup(<Button busy>Accept</Button>);
  expect(markup).toContain('aria-busy="true"');
  expect(markup).toContain('aria-disabled="true"');
  expect(markup).not.toMatch(/\sdisabled/);
});

test('a shortcut is announced once: by the button, not by the caps drawn in it', () => {
  const markup = renderToStaticMarkup(<Button shortcut="mod+Enter">Accept</Button>);
  expect(markup).toContain('aria-keyshortcuts="Control+Enter"');
  expect(markup).toMatch(/<kbd[^>]*aria-hidden="true"/);
});
