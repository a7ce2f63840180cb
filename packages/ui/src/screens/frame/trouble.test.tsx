// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { SmallServer } from '../../desk/offline/testing/small-server.ts';
import { type DeskPort, Refused } from '../../desk/port.ts';
import { Desk } from './Desk.tsx';

const told = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
/** More than anybody would ask; from here on there is no answer, so that a desk that asks for ever ends the test. */
const ENOUGH = 50;

afterEach(() => {
  told.IS_REACT_ACT_ENVIRONMENT = false;
  document.body.replaceChildren();
});

test('telling that the first answer did not come asks nothing anew, and what is told stays', async () => {
  const asked = { me: 0, catalogue: 0 };
  const refused = (what: keyof typeof asked) => async () => {
    asked[what] += 1;
    if (asked[what] > ENOUGH) await new Promise(() => {});
    throw new Refused({ code: 'internal', message: 'Something went wrong here.' });
  };
  const server = new SmallServer();
  const port = (): DeskPort => ({
    ...server.port(),
    me: refused('me'),
    catalogue: refused('catalogue'),
  });
  const room = document.body.appendChild(document.createElement('div'));
  const root = createRoot(room);
  told.IS_REACT_ACT_ENVIRONMENT = false;
  root.render(<Desk connect={port} />);
  await vi.waitFor(() => expect(room.querySelector('[role=alert]')).not.toBeNull(), { timeout: 20_000 });
  const shown = room.querySelector('[role=alert]');
  told.IS_REACT_ACT_ENVIRONMENT = true;
  // Everything that follows from what is shown by now has happened when this has been drawn.
  for (let turn = 0; turn < 10; turn += 1) await act(async () => {});
  expect(asked.me).toBe(1);
  expect(asked.catalogue).toBeLessThanOrEqual(1);
  expect(room.querySelector('[role=alert]')).toBe(shown);
  await act(async () => root.unmount());
});
