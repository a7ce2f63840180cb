import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptAnswers, worthAskingAgain } from './asking.ts';
import { Failed, Refused, SignedOut } from './port.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a refusal is final, a cut is waited out, and a server that breaks is asked three times', () => {
  expect(worthAskingAgain(0, new Refused({ code: 'no', message: 'No.' }))).toBe(false);
  expect(worthAskingAgain(0, new SignedOut('Nobody.'))).toBe(false);
  expect(worthAskingAgain(99, new TypeError('Failed to fetch'))).toBe(true);
  expect([0, 1, 2].map((failures) => worthAskingAgain(failures, new Failed('Broken.')))).toEqual([
    true,
    true,
    false,
  ]);
});

test('whoever looks is told that the server broke, and sees the answer once it is there again', async () => {
  let broken = true;
  const queries = new QueryClient({
    queryCache: keptAnswers({ onSignedOut: () => {}, onAnswer: () => {} }),
    defaultOptions: { queries: { retry: worthAskingAgain, retryDelay: 100, networkMode: 'always' } },
  });
  const ask = vi.fn(async () => {
    if (broken) throw new Failed('Broken.');
    return 'answer';
  });
  const seen = new QueryObserver(queries, { queryKey: ['question'], queryFn: ask });
  const leave = seen.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledTimes(3);
  expect(seen.getCurrentResult().error).toBeInstanceOf(Failed);

  broken = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seen.getCurrentResult().data).toBe('answer');
  leave();
  queries.clear();
});

test('nobody looks any more: nothing is asked', async () => {
  const queries = new QueryClient({
    queryCache: keptAnswers({ onSignedOut: () => {}, onAnswer: () => {} }),
    defaultOptions: { queries: { retry: worthAskingAgain, retryDelay: 100, networkMode: 'always' } },
  });
  const ask = vi.fn(() => Promise.reject(new Failed('Broken.')));
  const seen = new QueryObserver(queries, { queryKey: ['question'], queryFn: ask });
  const leave = seen.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1_000);
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(3);
  queries.clear();
});
