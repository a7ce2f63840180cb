// @vitest-environment happy-dom
import { act } from 'react';
import type { Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { MINE, SmallServer } from '../../desk/offline/testing/small-server.ts';
import { formatPlace } from '../../desk/place.ts';
import { drawnDuring } from '../testing/drawn-parts.ts';
import { Desk } from './Desk.tsx';

const ROWS = 12;
/** What stands around a list: the bar with its menus, the left side, the offers, and the field above the list. */
const AROUND = ['Bar', 'Channels', 'PersonMenu', 'Ways', 'Offers', 'Field'];

let root: Root;
let room: HTMLElement;

const found = (selector: string): HTMLElement => {
  const element = room.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`There is no ${selector} in: ${room.textContent}`);
  return element;
};
const click = (element: HTMLElement) => act(async () => element.click());
const told = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
/** Lets the desk come to rest: answers arrive, and what they bring is drawn. */
async function settled(shown: () => unknown): Promise<void> {
  told.IS_REACT_ACT_ENVIRONMENT = false;
  await vi.waitFor(() => expect(shown()).toBeTruthy(), { timeout: 20_000 });
  told.IS_REACT_ACT_ENVIRONMENT = true;
}
const rows = () => room.querySelectorAll('tr[data-index]').length;

beforeAll(() => {
  // Nothing is laid out here, so all is told how large it is: a list of 900 pixels, beside which an item has its room.
  for (const [side, size] of [
    ['clientHeight', 600],
    ['clientWidth', 900],
    ['offsetHeight', 600],
    ['offsetWidth', 900],
  ] as const)
    Object.defineProperty(HTMLElement.prototype, side, { get: () => size });
  globalThis.ResizeObserver = class {
    readonly #told: ResizeObserverCallback;
    constructor(told: ResizeObserverCallback) {
      this.#told = told;
    }
    observe() {
      this.#told([{ contentRect: { width: 900, height: 600 } } as ResizeObserverEntry], this);
    }
    unobserve() {}
    disconnect() {}
  };
  const asked = globalThis.matchMedia.bind(globalThis);
  globalThis.matchMedia = (query) => Object.defineProperty(asked(query), 'matches', { value: true });
});

/** A desk of its own for each test, on a tray with work in it. */
beforeEach(async () => {
  const server = new SmallServer();
  for (let number = 0; number < ROWS; number += 1)
    server.holds(`i${number}`, { state: 'InWorkbin', workbin: MINE, placedAt: 1_000 + number });
  sessionStorage.clear();
  history.replaceState(null, '', formatPlace({ view: 'workbin', workbin: MINE }));
  room = document.body.appendChild(document.createElement('div'));
  const { createRoot } = await import('react-dom/client');
  root = createRoot(room);
  told.IS_REACT_ACT_ENVIRONMENT = true;
  await act(async () => root.render(<Desk connect={() => server.port()} />));
  await settled(() => rows() === ROWS && room.querySelector('[aria-label^="My channels"]'));
});
afterEach(async () => {
  await act(async () => root.unmount());
  room.remove();
});

test('a click draws its acknowledgement, and neither what stands around it nor rows that stay what they are', async () => {
  const list = found('[role="grid"]');
  const opened = await drawnDuring(() => click(found('tr[data-index="3"]')));
  // The one that had the keyboard, and the one that has it now.
  expect(opened.get('Row')).toBe(2);
  expect([...AROUND, 'OneCell'].filter((part) => opened.has(part))).toEqual([]);
  expect(found('[role="grid"]')).toBe(list);
});

test('work that is pulled leaves its list without one cell drawn anew, and leaves the bar alone', async () => {
  await click(found('tr[data-index="3"]'));
  await settled(() => room.querySelector('[data-command="pull"]:not([aria-disabled="true"])'));
  const pulled = await drawnDuring(() => click(found('[data-command="pull"]')));
  expect(rows()).toBe(ROWS - 1);
  expect(['Bar', 'Channels', 'PersonMenu', 'Field', 'OneCell'].filter((part) => pulled.has(part))).toEqual(
    [],
  );
});

test('who takes no more work draws the switch, and no list', async () => {
  const key = new KeyboardEvent('keydown', { key: 'R', shiftKey: true, bubbles: true });
  const changed = await drawnDuring(() => act(async () => void document.body.dispatchEvent(key)));
  expect(changed.get('Channels')).toBeGreaterThan(0);
  const rest = ['PersonMenu', 'Ways', 'Offers', 'Field', 'InteractionList', 'Row', 'OneCell'];
  expect(rest.filter((part) => changed.has(part))).toEqual([]);
});

test('what a click foresees stands on the page before the browser can draw a frame without it', async () => {
  await click(found('tr[data-index="3"]'));
  await settled(() => room.querySelector('[data-command="pull"]:not([aria-disabled="true"])'));
  told.IS_REACT_ACT_ENVIRONMENT = false;
  found('[data-command="pull"]').click();
  // What waits for less than a task happens now; a timer, a frame and an answer of a real server come later.
  for (let step = 0; step < 5; step += 1) await Promise.resolve();
  expect(rows()).toBe(ROWS - 1);
});
