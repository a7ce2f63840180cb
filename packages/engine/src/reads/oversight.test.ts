import { type Answer, FindRequest, type Found, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { House } from '../testing/house.ts';

const value = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
};
type Request = Parameters<typeof FindRequest.parse>[0];
const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Team' } } as const;

describe('a team lead looks through work', () => {
  const find = async (house: House, who: string, request: Request): Promise<Found> =>
    value(await house.engine.find(user(who), FindRequest.parse(request)));

  it('[T24] in the queues and trays they watch over, by a condition, and in no others', async () => {
    await using house = await House.open();
    const late = await house.submit({ userData: { Colour: 'red' }, priority: 4 });
    const other = await house.submit({ userData: { Colour: 'blue' } });
    const laid = await house.submit({});
    await house.given('lena', laid, { type: 'moveToWorkbin', workbin: SHARED });
    const ids = async (request: Request) => (await find(house, 'lena', request)).items.map(({ id }) => id);
    expect(await ids({ among: 'queues' })).toEqual([late, other]);
    expect(await ids({ among: 'queues', condition: "Colour='red' AND Priority>=4" })).toEqual([late]);
    expect(await ids({ among: 'queues', queues: ['Inbox'], condition: "Colour!='red'" })).toEqual([other]);
    expect(await ids({ among: 'workbins' })).toEqual([laid]);
    expect(await ids({ among: 'workbins', workbins: [SHARED], condition: '_age()<60' })).toEqual([laid]);
    const refused = async (who: string, request: Request) => {
      const answer = await house.engine.find(user(who), FindRequest.parse(request));
      return answer.ok ? answer.value.items : answer.refusal.code;
    };
    expect(await refused('ana', { among: 'queues' })).toEqual([]);
    expect(await refused('ana', { among: 'queues', queues: ['Inbox'] })).toBe('not_permitted');
    expect(await refused('ben', { among: 'workbins' })).toEqual([]);
    expect(await refused('lena', { among: 'queues', queues: ['Nowhere'] })).toBe('queue_unknown');
    expect(await refused('lena', { among: 'queues', condition: 'Colour=' })).toBe('condition_unclear');
  });

  it('[T24] goes on where an answer ended, finds each once, and leaves none out', async () => {
    await using house = await House.open();
    const all = await Promise.all(
      Array.from({ length: 23 }, (_, n) => house.submit({ priority: n % 3, userData: { N: n } })),
    );
    const seen: string[] = [];
    for (let after: string | undefined, rounds = 0; rounds < 20; rounds += 1) {
      const { items, next } = await find(house, 'lena', {
        among: 'queues',
        condition: 'N>=3',
        limit: 4,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...items.map(({ id }) => id));
      after = next;
      if (next === undefined) break;
    }
    expect(seen.toSorted()).toEqual(all.slice(3).toSorted());
  });
});

describe('the board', () => {
  it('[T25] shows agents with their media and work, queues with what waits, and what may be done', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    const first = await house.submit({ mediaType: 'email', userData: { Subject: 'Late' }, dueAt: 1 });
    await house.submit({ mediaType: 'email', dueAt: 1 });
    await house.ready('ana', ['email']);
    await ear.untilType('AgentInvited', first);
    const board = value(await house.engine.board(user('lena')));
    const ana = board.agents.find(({ id }) => id === 'ana');
    expect(board.agents[0]?.id).toBe('ana');
    expect(ana).toMatchObject({ active: true, allowed: ['setReady', 'setNotReady', 'endSession'] });
    expect(ana?.media.find(({ mediaType }) => mediaType === 'email')).toMatchObject({
      hindrance: 'noRoom',
      load: 1,
      capacity: 1,
    });
    expect(ana?.work).toMatchObject([{ id: first, subject: 'Late', offered: true, dueAt: 1 }]);
    expect(board.agents.find(({ id }) => id === 'ben')).toMatchObject({
      active: false,
      allowed: [],
      work: [],
    });
    expect(board.queues).toMatchObject([{ queue: 'Inbox', waiting: 1, overdue: 1, looked: 1, ready: 0 }]);
    expect(await house.engine.board(user('ana'))).toMatchObject({ refusal: { code: 'not_permitted' } });
  });
});
