import { expect, test } from 'vitest';
import { draftKeeper } from './drafts.ts';

const shelf = (kept = new Map<string, string>()) => ({
  kept,
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => void kept.set(name, text),
  removeItem: (name: string) => void kept.delete(name),
});

test('a draft is found again after a reload, under its own interaction only', () => {
  const before = shelf();
  draftKeeper(() => before).write('A', 'note', 'half a sentence');
  const after = draftKeeper(() => shelf(before.kept));
  expect(after.read('A', 'note')).toBe('half a sentence');
  expect(after.read('B', 'note')).toBe('');
});

test('a sent draft leaves nothing behind', () => {
  const storage = shelf();
  const drafts = draftKeeper(() => storage);
  drafts.write('A', 'note', 'text');
  drafts.write('A', 'note', '');
  expect(drafts.read('A', 'note')).toBe('');
  expect(storage.kept.size).toBe(0);
});

test('a browser that forbids storage still keeps the draft while the page lives', () => {
  const drafts = draftKeeper(() => {
    throw new Error('SecurityError');
  });
  drafts.write('A', 'note', 'text');
  expect(drafts.read('A', 'note')).toBe('text');
});
