// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, expect, test } from 'vitest';
import { Splitter } from './Splitter.tsx';

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});

test.each(['start', 'end'] as const)('a pane that comes at the %s leaves the rest as it is', async (side) => {
  const room = document.body.appendChild(document.createElement('div'));
  const root = createRoot(room);
  const draw = (pane?: string) =>
    act(async () =>
      root.render(
        <Splitter label="Width" side={side} defaultSize={200} min={100} max={300} pane={pane}>
          <input />
        </Splitter>,
      ),
    );
  await draw();
  const typed = room.querySelector('input');
  expect(room.querySelector('[role="separator"]')).toBeNull();
  await draw('A pane');
  expect(room.textContent).toBe('A pane');
  expect(room.querySelector('[role="separator"]')).not.toBeNull();
  expect(room.querySelector('input')).toBe(typed);
  await draw();
  expect(room.querySelector('input')).toBe(typed);
  await act(async () => root.unmount());
});
