import { INTERACTION_COMMAND_TYPES, INTERACTION_STATES, transitions } from '@intray/core';
import { expect, test } from 'vitest';
import { words } from '../words.ts';
import { arranged, COMMAND_LOOKS, lookOf } from './looks.ts';

test('every command of core has a label and a look', () => {
  for (const command of INTERACTION_COMMAND_TYPES) {
    expect(words.commands[command]).toBeTruthy();
    expect(lookOf(command).icon).toBeDefined();
  }
});

test('what is allowed is drawn, all of it, once', () => {
  const silent = INTERACTION_COMMAND_TYPES.filter((command) => COMMAND_LOOKS[command].shown === 'silent');
  const { bar, more } = arranged(INTERACTION_COMMAND_TYPES);
  expect([...bar, ...more, ...silent].sort()).toEqual([...INTERACTION_COMMAND_TYPES].sort());
});

test('[R53] nothing is drawn that is not allowed', () => {
  expect(arranged([])).toEqual({ bar: [], more: [] });
  expect(arranged(['pull'])).toEqual({ bar: ['pull'], more: [] });
});

test.each(INTERACTION_STATES)('in state %s no two commands share a key', (state) => {
  const keys = [...transitions[state].keys()].flatMap((command) => lookOf(command).shortcut ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});
