import type { BoardAgent, Hindrance } from '@intray/core';
import { expect, test } from 'vitest';
import { oldestOf, reasonOf, sinceOf, stateOf } from './states.ts';

const agent = (hindrances: readonly Hindrance[], more: Partial<BoardAgent> = {}): BoardAgent => ({
  id: 'ana',
  name: 'Ana',
  active: true,
  reachable: true,
  startedAt: 5,
  media: hindrances.map((hindrance, n) => ({
    mediaType: `m${n}`,
    hindrance,
    load: 0,
    capacity: 1,
    ...(hindrance === 'notReady' ? { since: 10 + n, reason: 'lunch' } : {}),
  })),
  work: [],
  allowed: [],
  ...more,
});

test('[T25] an agent’s media add up to one state', () => {
  const of = (...hindrances: Hindrance[]) => stateOf(agent(hindrances));
  expect(of('none', 'noRoom')).toBe('ready');
  expect(of('none', 'notReady')).toBe('partly');
  expect(of('none', 'notOnThisMedium')).toBe('ready');
  expect(of('noRoom', 'noRoom')).toBe('full');
  expect(of('notReady')).toBe('notReady');
  expect(of()).toBe('notReady');
  expect(stateOf(agent(['none'], { reachable: false }))).toBe('unreachable');
  expect(stateOf(agent(['none'], { active: false }))).toBe('off');
});

test('since when, why, and how old the work is', () => {
  expect(sinceOf(agent(['none', 'notReady']))).toBe(11);
  expect(sinceOf(agent(['none']))).toBe(5);
  expect(sinceOf(agent(['none'], { active: false }))).toBeUndefined();
  expect(reasonOf(agent(['notReady', 'notReady']))).toBe('lunch');
  expect(reasonOf(agent(['none']))).toBeUndefined();
  expect(oldestOf([])).toBeUndefined();
});
