import { expect, it } from 'vitest';
import { memoryAccounts } from '../testing/index.ts';
import { LOGIN_LASTS, logins } from './logins.ts';
import { hashSecret } from './secrets.ts';

/** Logins whose lookups are counted, and a clock that is set by hand. */
async function open() {
  let now = 1_000;
  let lookups = 0;
  const accounts = memoryAccounts();
  await accounts.save({ userName: 'ana', passwordHash: 'x' });
  const counted = {
    ...accounts,
    findLogin: (hash: string, at: number) => {
      lookups += 1;
      return accounts.findLogin(hash, at);
    },
  };
  return {
    accounts,
    open: logins(counted, () => now),
    pass: (ms: number) => {
      now += ms;
    },
    get lookups() {
      return lookups;
    },
  };
}

it('looks a login up once in two seconds, however often it is used', async () => {
  const house = await open();
  const secret = await house.open.open('ana');
  for (let use = 0; use < 10; use += 1)
    expect(await house.open.useOften(secret)).toMatchObject({ userName: 'ana' });
  expect(house.lookups).toBe(1);
  house.pass(2_000);
  await house.open.useOften(secret);
  expect(house.lookups).toBe(2);
});

it('believes no login that was closed here, and none for long that was closed elsewhere or ran out', async () => {
  const house = await open();
  const [one, two, three] = [
    await house.open.open('ana'),
    await house.open.open('ana'),
    await house.open.open('ana'),
  ];
  for (const secret of [one, two, three]) await house.open.useOften(secret);
  await house.open.close(hashSecret(one));
  expect(await house.open.useOften(one)).toBeUndefined();
  await house.accounts.closeLogin(hashSecret(two));
  expect(await house.open.useOften(two)).toBeDefined();
  house.pass(2_000);
  expect(await house.open.useOften(two)).toBeUndefined();
  await house.open.closeAll('ana');
  expect(await house.open.useOften(three)).toBeUndefined();
  const last = await house.open.open('ana');
  await house.open.useOften(last);
  house.pass(LOGIN_LASTS);
  expect(await house.open.useOften(last)).toBeUndefined();
});

it('does not believe afterwards what was closed while it was looked up', async () => {
  const house = await open();
  const secret = await house.open.open('ana');
  await Promise.all([house.open.useOften(secret), house.open.close(hashSecret(secret))]);
  expect(await house.open.useOften(secret)).toBeUndefined();
});
