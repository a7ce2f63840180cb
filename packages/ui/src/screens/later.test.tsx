// @vitest-environment happy-dom
import { useEffect, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { later } from './later.tsx';

/** A promise and what fulfils it. */
function promised<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

test('code that comes between the first drawing and its effects is drawn', async () => {
  const { promise, resolve } = promised<() => string>();
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

test('a dialog that is shut does not ask for its code; one that is opened does', async () => {
  let asked = 0;
  const Late = later(
    async () => {
      asked += 1;
      return ({ open }: { readonly open: boolean }) => (open ? 'open' : 'shut');
    },
    () => 'waiting',
    'asked',
  );
  const place = document.createElement('div');
  const root = createRoot(place);
  const drawn = promised<void>();
  const Neighbour = () => {
    useEffect(() => drawn.resolve(), []);
    return null;
  };
  root.render(
    <>
      <Late open={false} />
      <Neighbour />
    </>,
  );
  await drawn.promise;
  expect([asked, place.textContent]).toEqual([0, '']);
  root.render(<Late open />);
  await expect.poll(() => place.textContent).toBe('open');
  expect(asked).toBe(1);
});
