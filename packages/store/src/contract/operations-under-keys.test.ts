import { describe, expect, test } from 'vitest';
import { NOW } from '../test-samples.ts';
import { BOTH } from './both.ts';

const DAY = 86_400_000;
const operation = (fingerprint: string, at = NOW) => ({
  key: 'k-1 lena',
  fingerprint,
  at,
  plan: `{"of":"${fingerprint}"}`,
});

describe.each(BOTH)('operations under keys in $kind', ({ open }) => {
  test('are begun by one of all who try, and have one answer [T31]', async () => {
    await using opened = await open();
    const [one, other] = opened.stores.map((store) => store.operationsUnderKeys);
    if (one === undefined || other === undefined) throw new Error('Two stores were expected.');
    const since = NOW - DAY;
    expect(await one.find('k-1 lena', since)).toBeUndefined();
    const begun = await Promise.all([
      one.begin(operation('a'), since),
      other.begin(operation('b', NOW + 1), since),
    ]);
    expect(begun[0]).toEqual(begun[1]);
    const [kept] = begun;
    expect(await other.find('k-1 lena', since)).toEqual(kept);
    expect(await one.find('k-1 ana', since)).toBeUndefined();

    expect(await one.end('k-1 lena', kept.at, '"first"')).toBe('"first"');
    expect(await other.end('k-1 lena', kept.at, '"second"')).toBe('"first"');
    expect(await other.begin(operation('c', NOW + 2), since)).toEqual({ ...kept, answer: '"first"' });
  });

  test('are forgotten when they are too old, and the key is free again [T31]', async () => {
    await using opened = await open();
    const { operationsUnderKeys: kept } = opened.stores[0];
    await kept.begin({ ...operation('old'), key: 'k-0 lena' }, NOW - DAY);
    await kept.begin(operation('a'), NOW - DAY);
    await kept.end('k-1 lena', NOW, '"done"');
    const later = NOW + DAY + 1;
    expect(await kept.find('k-1 lena', NOW + 1)).toBeUndefined();
    expect(await kept.begin(operation('b', later), NOW + 1)).toEqual(operation('b', later));
    expect(await kept.end('k-1 lena', NOW, '"late"')).toBe('"late"');
    expect(await kept.find('k-1 lena', NOW + 1)).toEqual(operation('b', later));
    expect(await kept.find('k-0 lena', 0)).toBeUndefined();
  });
});
