import { expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

const submission = (id: string) => ({
  commandId: `c ${id}`,
  by: 'lead1',
  command: { type: 'submit', interactionId: id, mediaType: 'email', queue: 'Inbox', userData: {} } as const,
  id,
  version: 1,
});

it('notices that one piece of work was given two ids', () => {
  const ledger = new Ledger();
  ledger.submission('order 7', submission('A'));
  ledger.submission('order 7', submission('A'));
  expect(ledger.page().contradictions).toEqual([]);
  ledger.submission('order 7', submission('B'));
  expect(ledger.page().contradictions).toEqual(['order 7 was answered with A, then with B']);
});

it('knows what is open until somebody was told that it is done, and wakes who waits for that', async () => {
  const ledger = new Ledger();
  ledger.submission('order 7', submission('A'));
  expect(ledger.open).toBe(1);
  const allDone = ledger.until(() => ledger.open === 0);
  const command = { type: 'complete', interactionId: 'A' } as const;
  ledger.answered('c1', 'agent1', command, { ok: true, id: 'A', version: 2, state: 'Done', events: [] });
  await allDone;
  expect(ledger.count).toBe(2);
});

it('takes nothing for open that was done before its submission was answered', () => {
  const ledger = new Ledger();
  const command = { type: 'complete', interactionId: 'A' } as const;
  ledger.answered('c1', 'agent1', command, { ok: true, id: 'A', version: 4, state: 'Done', events: [] });
  ledger.submission('order 7', submission('A'));
  expect(ledger.open).toBe(0);
});
