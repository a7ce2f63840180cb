import { LiveQuery, MeasuresQuery, ReportBooks, user } from '@intray/core';
import { expect, it } from 'vitest';
import { House } from '../testing/house.ts';

const live = async (house: House, who: string, query: object) => {
  const answer = await house.engine.liveReport(user(who), LiveQuery.parse(query));
  return answer.ok ? answer.value : answer.refusal.code;
};
const measures = async (house: House, who: string, query: object, engine = house.engine) => {
  const answer = await engine.measuresReport(user(who), MeasuresQuery.parse(query));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
};

/** Counts all that the feed tells, as far as it has come. */
async function countAll(house: House): Promise<void> {
  for (let more = true; more; ) {
    const counted = await house.store.countEvents(7);
    more = counted === 'busy' || counted.more;
  }
}

/** Everything that ever happened, counted at one go. */
async function recount(house: House) {
  const books = new ReportBooks();
  const { entries } = await house.store.feed('0.0', 10_000);
  for (const { event } of entries) books.add(event);
  return books.deltas;
}

async function aDay(house: House): Promise<void> {
  await house.present('ana');
  for (let index = 0; index < 12; index += 1) {
    const id = await house.submit();
    house.clock.jump(60_000);
    if (index % 3 === 0) continue;
    await house.given('ana', id, { type: 'pull' });
    await house.given('ana', id, { type: 'setInFocus' });
    house.clock.jump(30_000);
    await house.given('ana', id, { type: 'complete' });
  }
}

it('counts each event once, in whatever slices, by whatever server, and anew the same [T19 T20 T22]', async () => {
  await using house = await House.open({ engines: 2 });
  await aDay(house);
  await Promise.all([countAll(house), house.stores[1]?.countEvents(5)]);
  await aDay(house);
  await countAll(house);
  await countAll(house);
  const expected = await recount(house);
  const sum = (measure: string, key: 'n' | 'sum') =>
    expected
      .filter((one) => one.dimension === 'queue' && one.name === 'Inbox' && one.measure === measure)
      .reduce((total, one) => total + one[key], 0);
  const [line = { counts: {}, sums: {} }] = await measures(house, 'adam', {});
  const [counts, sums]: Record<string, number>[] = [line.counts, line.sums];
  expect(counts).toMatchObject({ captured: 24, completed: 16, wait: 16, handle: 16, focus: 16 });
  for (const measure of ['captured', 'entered', 'left', 'wait', 'handle', 'focus'])
    expect(counts?.[measure], measure).toBe(sum(measure, 'n'));
  for (const measure of ['wait', 'handle', 'focus'])
    expect(sums?.[measure], measure).toBe(sum(measure, 'sum'));
  expect(sum('focus', 'sum')).toBe(16 * 30_000);
  expect(await live(house, 'adam', {})).toMatchObject([{ name: 'Inbox', backlog: 8, inHand: 0, overdue: 0 }]);
  const slots = await measures(house, 'adam', { per: 'quarter' });
  expect(slots.length).toBeGreaterThan(1);
  expect(slots.reduce((total, { counts }) => total + (counts.captured ?? 0), 0)).toBe(24);
});

it('goes on where it was after a restart, while the server runs by itself [T19]', async () => {
  await using house = await House.open({ reporting: true });
  await aDay(house);
  await house.engine.stop();
  const engine = await house.addEngine();
  await house.clock.advance(2_000);
  await expect
    .poll(async () => (await measures(house, 'adam', {}, engine))[0]?.counts, {
      timeout: 20_000,
    })
    .toMatchObject({ captured: 12, completed: 8 });
});

it('shows team leads the queues and agents they watch over, agents nothing [T21]', async () => {
  await using house = await House.open();
  await aDay(house);
  await countAll(house);
  expect(await live(house, 'lena', {})).toMatchObject([{ name: 'Inbox' }]);
  expect(await measures(house, 'lena', { by: 'agent' })).toMatchObject([{ name: 'ana' }]);
  expect(await live(house, 'lena', { by: 'mediaType' })).toBe('not_permitted');
  expect(await live(house, 'ana', {})).toBe('not_permitted');
});
