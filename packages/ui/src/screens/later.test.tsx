// @vitest-environment happy-dom
import { useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { later } from './later.tsx';

test('code that comes between the first drawing and its effects is drawn', async () => {
  const { promise, resolve } = Promise.withResolvers<() => string>();
  const Late = later(
    () => promise,
    () => 'waiting',
  );
  /** Layout effects run with the drawing; what they let go on goes on before the other effects. */
  const Neighbour = () => {
    useLayoutEffect(() => resolve(() => 'there'), []);
    return null;
  };
  const place = document.createElement('div');
  const root = createRoot(place);
  // Somebody asked for it before, so that nothing of it is left to wait for.
  const early = document.createElement('div');
  const earlier = createRoot(early);
  earlier.render(<Late />);
  await expect.poll(() => early.textContent).toBe('waiting');
  root.render(
    <>
      <Late />
      <Neighbour />
    </>,
  );
  await expect.poll(() => place.textContent).toBe('there');
  expect(early.textContent).toBe('there');
});
