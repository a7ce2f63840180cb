import { describe, expect, it } from 'vitest';
import { editsBetween, freeId, settledList } from './settling.ts';

const a = { id: 'a', v: 1 };
const b = { id: 'b', v: 1 };
const c = { id: 'c', v: 1 };

describe('a draft on a list that others change too', () => {
  it('[C21] keeps what each changed where only one of them did', () => {
    const settled = settledList([a, b], [{ ...a, v: 2 }, b], [a, { ...b, v: 3 }, c], 'mine');
    expect(settled).toEqual({ list: [{ ...a, v: 2 }, { ...b, v: 3 }, c], clashes: [] });
  });

  it('[C21] names what both changed, and lets the author choose', () => {
    const [mine, theirs] = [[{ ...a, v: 2 }, b], [{ ...a, v: 3 }]];
    expect(settledList([a, b], mine, theirs, 'mine')).toEqual({ list: [{ ...a, v: 2 }], clashes: ['a'] });
    expect(settledList([a, b], mine, theirs, 'theirs').list).toEqual([{ ...a, v: 3 }]);
  });

  it('[C21] what I took out stays out, unless somebody changed it', () => {
    expect(settledList([a, b], [b], [a, b], 'theirs')).toEqual({ list: [b], clashes: [] });
    expect(settledList([a, b], [b], [{ ...a, v: 2 }, b], 'theirs').clashes).toEqual(['a']);
  });

  it('keeps my order where I changed it, and theirs where I did not', () => {
    expect(settledList([a, b], [b, a], [a, b, c], 'mine').list).toEqual([b, a, c]);
    expect(settledList([a, b], [a, b], [b, a], 'mine').list).toEqual([b, a]);
  });
});

it('is saved as the fewest edits, and whole where the order changed', () => {
  expect(editsBetween('taskRules', [a, b], [a, { ...b, v: 2 }, c])).toEqual([
    { kind: 'taskRules', put: { ...b, v: 2 } },
    { kind: 'taskRules', put: c },
  ]);
  expect(editsBetween('taskRules', [a, b], [b, a])).toEqual([
    { kind: 'taskRules', remove: 'a' },
    { kind: 'taskRules', remove: 'b' },
    { kind: 'taskRules', put: b },
    { kind: 'taskRules', put: a },
  ]);
  expect(freeId('a', [a])).toBe('a 2');
});
