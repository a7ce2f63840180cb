import type { InteractionCommand } from '@intray/core';
import { describe, expect, test } from 'vitest';
import { COMMANDS_BY_KEY, eachOf, likewise, possibleOf, tellSeveral } from './several.ts';

const workbin = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } as const;

describe('one answer for several', () => {
  const placed: InteractionCommand = {
    type: 'placeInWorkbin',
    interactionId: 'A',
    workbin,
    saveLastAgent: true,
  };

  test('[R8] what is in hand is placed, what rests is moved, to the same tray', () => {
    expect(likewise(placed, 'placeInWorkbin', 'B')).toEqual({ ...placed, interactionId: 'B' });
    expect(likewise(placed, 'moveToWorkbin', 'C')).toEqual({
      type: 'moveToWorkbin',
      interactionId: 'C',
      workbin,
    });
    expect(likewise({ type: 'moveToWorkbin', interactionId: 'A', workbin }, 'placeInWorkbin', 'B')).toEqual({
      type: 'placeInWorkbin',
      interactionId: 'B',
      workbin,
    });
  });

  test('[R53] only what the interaction allows is chosen', () => {
    const both = COMMANDS_BY_KEY.get('w') ?? [];
    expect(possibleOf(both, { allowed: ['moveToWorkbin', 'pull'] })).toBe('moveToWorkbin');
    expect(possibleOf(both, { allowed: ['placeInWorkbin'] })).toBe('placeInWorkbin');
    expect(possibleOf(both, { allowed: [] })).toBeUndefined();
  });
});

test('so many at once and no more, answered in order', async () => {
  let open = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const answers = eachOf([0, 1, 2, 3, 4, 5, 6], 3, async (item) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise<void>((resolve) => waiting.push(resolve));
    open -= 1;
    return item * 10;
  });
  for (let done = 0; done < 7; done += 1) {
    while (waiting.length === 0) await Promise.resolve();
    // The newest first: the order of the answers is not that of the items.
    waiting.pop()?.();
  }
  expect(await answers).toEqual([0, 10, 20, 30, 40, 50, 60]);
  expect(most).toBe(3);
});

describe('one notice for all', () => {
  const good = { subject: 'Good' };
  const bad = (n: number) => ({ subject: `Bad ${n}`, refused: 'The tray is full.' });

  test('all done', () => {
    expect(tellSeveral('Pull', [good, good])).toEqual({ title: 'Pull: 2 of 2 done', tone: 'positive' });
  });

  test('each refusal is told with what it is about', () => {
    expect(tellSeveral('Pull', [good, bad(1)])).toEqual({
      title: 'Pull: 1 of 2 done',
      detail: 'Bad 1: The tray is full.',
      tone: 'caution',
    });
  });

  test('a hundred refusals don’t fill the screen', () => {
    const { detail = '' } = tellSeveral(
      'Pull',
      Array.from({ length: 100 }, (_, n) => bad(n)),
    );
    expect(detail.split('\n')).toHaveLength(5);
    expect(detail).toContain('and 96 more');
  });
});
