import { expect, test } from 'vitest';
import { Settings } from '../shared/settings.ts';
import { acceleratorOf } from './accelerator.ts';

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

test.each([
  [{ code: 'KeyR', ctrlKey: true, altKey: true }, 'Control+Alt+R'],
  [{ code: 'Digit1', altKey: true, shiftKey: true }, 'Alt+Shift+1'],
  [{ code: 'F9' }, 'F9'],
  [{ code: 'KeyN', metaKey: true }, 'Super+N'],
] as const)('%o is asked for as %s, which the settings take', (pressed, wanted) => {
  expect(acceleratorOf({ ...none, ...pressed })).toBe(wanted);
  expect(Settings.shape.shortcuts.safeParse({ ready: wanted }).success).toBe(true);
});

test.each([
  { code: 'KeyR' },
  { code: 'KeyR', shiftKey: true },
  { code: 'ControlLeft', ctrlKey: true },
  { code: 'F25' },
])('%o is left to whoever types', (pressed) => {
  expect(acceleratorOf({ ...none, ...pressed })).toBeUndefined();
});
