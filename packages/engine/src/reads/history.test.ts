import { type Answer, type Outcome, PageRequest, user } from '@intray/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CENTRE, SHARED } from '../testing/centre.ts';
import { House } from '../testing/house.ts';

const page = PageRequest.parse({});
const value = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
};

let house: House;
let shared: string;
let waiting: string;
let done: string;

beforeAll(async () => {
  const roles = [...CENTRE.roles, { id: 'Reader', name: 'Reader', privileges: ['use-history' as const] }];
  const agents = CENTRE.agents.map((one) =>
    one.id === 'ana' ? { ...one, roles: [...one.roles, 'Reader'] } : one,
  );
  house = await House.open({ config: { ...CENTRE, roles, agents } });
  await house.present('ana');
  await house.present('ben', ['chat']);
  shared = await house.submit({ contactId: 'ann' });
  done = await house.submit({ contactId: 'ann' });
  waiting = await house.submit({ contactId: 'ann', priority: 3, externalId: 'SR-77' });
  for (const id of [shared, done]) await house.given('ana', id, { type: 'pull' });
  await house.given('ana', shared, { type: 'placeInWorkbin', workbin: SHARED });
  await house.given('ana', done, { type: 'complete' });
});
afterAll(() => house[Symbol.asyncDispose]());

it('[A9] lists what belongs to a contact for those who may use the history, with what may be done from there', async () => {
  const { engine } = house;
  const { items } = value(await engine.contactHistory(user('ana'), 'ann', page));
  const told = Object.fromEntries(items.map(({ line, actions }) => [line.id, actions]));
  expect(told).toEqual({ [shared]: ['pull'], [done]: ['reopen'], [waiting]: ['pull'] });
  const open = value(await engine.contactHistory(user('ana'), 'ann', page, { unfinished: true }));
  expect(open.items.map(({ line }) => line.id)).not.toContain(done);
  expect((await engine.contactHistory(user('ben'), 'ann', page)).ok).toBe(false);
});

it('[A10] finds by id at once and by words soon, and never what the person may not see', async () => {
  const { engine } = house;
  const found = async (who: string, text: string) =>
    value(await engine.search(user(who), { text, limit: 20 })).items.map(({ id }) => id);
  expect(await found('ana', waiting)).toEqual([waiting]);
  expect(await found('ana', 'SR-77')).toEqual([waiting]);
  await expect
    .poll(
      async () => {
        await house.store.countEvents(1_000);
        return (await found('ana', 'ANN')).toSorted();
      },
      { timeout: 20_000 },
    )
    .toEqual([shared, done, waiting].sort());
  expect(await found('ana', 'sr 77')).toEqual([waiting]);
  expect(await found('ben', 'ann')).not.toContain(done);
});

it('[Q26] takes the next best: the one the router would give, or the word that there is none', async () => {
  const { engine } = house;
  const code = (outcome: Outcome) => (outcome.ok ? outcome.id : outcome.refusal.code);
  await house.submit();
  expect(code(await engine.pullNext(user('ben')))).toBe('not_routed_here');
  expect(code(await engine.pullNext(user('cem')))).toBe('no_session');
  expect(code(await engine.pullNext(user('ana')))).toBe(waiting);
  expect(value(await engine.me(user('ana'))).work.map(({ interaction }) => interaction.id)).toEqual([
    waiting,
  ]);
});
