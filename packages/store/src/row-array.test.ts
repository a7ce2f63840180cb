import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { type RowType, rowArray } from './row-array.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let database: Database;
let odd: RowType;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'row-array-test' });
  await database.query({
    text: 'create type odd as (name text, n bigint, yes boolean, data jsonb, topics text[])',
  });
  const { rows } = await database.query<{ oid: number }>({ text: "select 'odd'::regtype::oid::int8 as oid" });
  odd = { oid: rows[0]?.oid ?? 0, columns: ['text', 'int8', 'bool', 'jsonb', 'text[]'] };
});

afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

test('rows come out as they went in, whatever characters are in them, in their order', async () => {
  const texts = [
    '',
    ' ',
    '"',
    '\\',
    '\\"',
    '(a,b)',
    '{a,"b"}',
    'null',
    "it's",
    'é € 😀',
    '\n\t\u001e',
    '\\\\""',
  ];
  const rows = texts.map((text, n) => [
    text,
    n,
    n % 2 === 0,
    JSON.stringify({ [text]: text }),
    [text, ...texts],
  ]);
  const answer = await database.query<{ record: unknown }>({
    text: 'select row_to_json(x) as record from unnest($1::odd[]) x',
    values: [rowArray(odd, rows)],
  });
  const expected = texts.map((text, n) => ({
    name: text,
    n,
    yes: n % 2 === 0,
    data: { [text]: text },
    topics: [text, ...texts],
  }));
  expect(answer.rows.map(({ record }) => record)).toEqual(expected);
});

test('what is undefined is null, and no rows are no array', async () => {
  const { rows } = await database.query<{ none: boolean }>({
    text: 'select num_nulls(name, n, yes, data, topics) = 5 as none from unnest($1::odd[]) x',
    values: [rowArray(odd, [[undefined, undefined, undefined, undefined, undefined]])],
  });
  expect(rows).toEqual([{ none: true }]);
  expect(rowArray(odd, [])).toBeNull();
});

test('a character that PostgreSQL cannot keep travels as an escape', async () => {
  const { rows } = await database.query<{ name: string }>({
    text: 'select name from unnest($1::odd[]) x',
    values: [rowArray(odd, [['a\u0000b', 1, true, '{}', []]])],
  });
  expect(rows).toEqual([{ name: 'a\u001a0000b' }]);
});

test('whole numbers of every size keep their value, and others are refused', async () => {
  const numbers = [
    0,
    1,
    -1,
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 32,
    -(2 ** 32),
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ];
  const { rows } = await database.query<{ n: number }>({
    text: 'select n from unnest($1::odd[]) x',
    values: [
      rowArray(
        odd,
        numbers.map((n) => ['', n, false, '{}', []]),
      ),
    ],
  });
  expect(rows.map(({ n }) => n)).toEqual(numbers);
  expect(() => rowArray(odd, [['', 0.5, false, '{}', []]])).toThrow(/whole number/);
});

test('a batch of any size is written whole', async () => {
  const long = 'é'.repeat(400_000);
  const { rows } = await database.query<{ name: string }>({
    text: 'select name from unnest($1::odd[]) x',
    values: [
      rowArray(odd, [
        [long, 1, true, '{}', []],
        ['short', 2, true, '{}', []],
      ]),
    ],
  });
  expect(rows.map(({ name }) => name)).toEqual([long, 'short']);
});
