import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchedFetch } from './watched-fetch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that takes requests in and answers none, until the request is cut short. */
const silent: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

test('a question without an answer is given up and counts as not received', async () => {
  const reached: boolean[] = [];
  const asked = watchedFetch(silent, (yes) => reached.push(yes))('/question').catch((cause) => cause.name);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(reached).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await asked).toBe('TimeoutError');
  expect(reached).toEqual([false]);
});

test('a command waits as long as whoever gave it, and one taken back says nothing of the network', async () => {
  const reached: boolean[] = [];
  const mine = new AbortController();
  const given = watchedFetch(silent, (yes) => reached.push(yes))('/command', {
    method: 'POST',
    signal: mine.signal,
  }).catch((cause) => cause.name);
  await vi.advanceTimersByTimeAsync(300_000);
  mine.abort();
  expect(await given).toBe('AbortError');
  expect(reached).toEqual([]);
});
