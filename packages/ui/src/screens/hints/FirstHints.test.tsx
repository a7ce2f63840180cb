// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, expect, test } from 'vitest';
import { FirstHints } from './FirstHints.tsx';

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});

async function drawn(agentId: string, active: boolean) {
  const room = document.body.appendChild(document.createElement('div'));
  const root = createRoot(room);
  await act(async () => root.render(<FirstHints agentId={agentId} active={active} />));
  return { room, leave: () => act(async () => root.unmount()) };
}

test('a newcomer reads what to do first, and never again once they have said so', async () => {
  const first = await drawn('newcomer', false);
  expect(first.room.querySelectorAll('li')).toHaveLength(4);
  await act(async () => first.room.querySelector('button')?.click());
  expect(first.room.textContent).toBe('');
  await first.leave();
  const again = await drawn('newcomer', true);
  expect(again.room.textContent).toBe('');
  await again.leave();
  const colleague = await drawn('colleague', true);
  expect(colleague.room.querySelectorAll('li')).toHaveLength(3);
  await colleague.leave();
});
