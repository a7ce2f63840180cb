// @vitest-environment happy-dom
import {
  INTERACTION_COMMAND_TYPES,
  type InteractionCommandType,
  SESSION_COMMAND_TYPES,
  type SessionCommandType,
} from '@intray/core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandBar } from './CommandBar.tsx';
import { COMMANDS_BY_KEY } from './several.ts';

type Way =
  /** The key itself, wherever the keyboard is on an item. */
  | { readonly key: string }
  /** An entry of the menu behind "More", which Tab, Enter and the arrow keys reach. */
  | 'menu'
  /** Nobody gives it by hand: why. */
  | { readonly nobody: string };

/** How each command is given without a mouse. A command that core adds does not compile here until it has a way. */
const WAYS: Readonly<Record<InteractionCommandType, Way>> = {
  submit: { nobody: 'work comes in over the wire' },
  accept: { key: 'a' },
  reject: { key: 'r' },
  pull: { key: 'p' },
  complete: { key: 'd' },
  placeInWorkbin: { key: 'w' },
  reportReply: 'menu',
  moveToWorkbin: { key: 'w' },
  transfer: { key: 't' },
  snooze: { key: 's' },
  wake: { key: 'S' },
  reopen: { key: 'o' },
  resume: { key: 'h' },
  moveToQueue: { key: 'q' },
  restart: { key: 'Q' },
  invite: { key: 'i' },
  revoke: { key: 'b' },
  hold: { key: 'h' },
  setDisposition: { key: 'l' },
  addNote: { key: 'n' },
  attachUserData: 'menu',
  updateUserData: { key: 'e' },
  deleteUserData: 'menu',
  updateProperties: { key: 'u' },
  applyRules: { key: 'y' },
  cancel: { key: 'X' },
  setInFocus: { nobody: 'the desk gives it when an item is opened' },
};

/** The same for the session; the keys are pressed in a browser by the end-to-end test of a day without a mouse. */
const SESSION_WAYS: Readonly<Record<SessionCommandType, 'pressed there' | { readonly nobody: string }>> = {
  startSession: 'pressed there',
  endSession: 'pressed there',
  setReady: 'pressed there',
  setNotReady: 'pressed there',
  leaveChannel: 'pressed there',
  renewLease: { nobody: 'the desk gives it every few seconds' },
  expireLease: { nobody: 'a deadline gives it' },
};

let root: Root;
let room: HTMLElement;

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  room = document.body.appendChild(document.createElement('div'));
  root = createRoot(room);
});
afterEach(async () => {
  await act(async () => root.unmount());
  room.remove();
});

/** The bar of an item that allows just this. Answers what was begun. */
async function bar(command: InteractionCommandType): Promise<readonly InteractionCommandType[]> {
  const begun: InteractionCommandType[] = [];
  await act(async () =>
    root.render(<CommandBar allowed={[command]} onBegin={(each) => void begun.push(each)} busy={false} />),
  );
  return begun;
}

test.each(INTERACTION_COMMAND_TYPES)(
  '%s is given without a mouse, where a person gives it at all',
  async (command) => {
    const begun = await bar(command);
    const way = WAYS[command];
    if (way === 'menu') {
      const opener = room.querySelector<HTMLElement>('[aria-label="More"]');
      expect(opener?.tagName).toBe('BUTTON');
      expect(opener?.tabIndex).toBe(0);
      return;
    }
    if ('nobody' in way) {
      expect(room.textContent).toBe('');
      return;
    }
    const { key } = way;
    const press = new KeyboardEvent('keydown', { key, shiftKey: key !== key.toLowerCase(), bubbles: true });
    await act(async () => void document.body.dispatchEvent(press));
    expect(begun).toEqual([command]);
  },
);

test('every command of a session has its way too', () => {
  expect(Object.keys(SESSION_WAYS).sort()).toEqual([...SESSION_COMMAND_TYPES].sort());
});

test('what an item’s key does, it does to the rows of a list as well', () => {
  const keyed = Object.entries(WAYS).flatMap(([command, way]) =>
    typeof way === 'object' && 'key' in way ? [command] : [],
  );
  expect([...COMMANDS_BY_KEY.values()].flat().sort()).toEqual(keyed.sort());
});
