import { parseCondition } from '@intray/core';
import { expect, test } from 'vitest';
import { arrivedIn, lookingAt } from './looking.ts';

test('a figure leads to the list it was counted from', () => {
  expect(lookingAt('queue', 'Inbox', 'backlog')).toEqual({ view: 'lead', page: 'queues', of: 'Inbox' });
  expect(lookingAt('queue', 'Inbox', 'overdue')).toMatchObject({ of: 'Inbox', where: '_left()<0' });
  expect(lookingAt('mediaType', 'email', 'youngerThan1d')).toEqual({
    view: 'lead',
    page: 'queues',
    where: "MediaType='email' AND _age()>=3600 AND _age()<86400",
  });
  expect(lookingAt('agent', 'ana', 'backlog')).toEqual({ view: 'lead', page: 'board', of: 'ana' });
  expect(lookingAt('queue', 'Inbox', 'inHand')).toEqual({ view: 'lead', page: 'board' });
  expect(arrivedIn('queue', undefined, 1, 9)).toMatchObject({ where: 'SubmittedAt>=1 AND SubmittedAt<9' });
});

test('[T23] every condition it writes can be read', () => {
  for (const figure of [
    'held',
    'overdue',
    'youngerThan1h',
    'youngerThan1d',
    'youngerThan7d',
    'older',
  ] as const) {
    const { where = '' } = lookingAt('process', "O'Hara", figure);
    expect(parseCondition(where), where).toMatchObject({ ok: true });
  }
});
