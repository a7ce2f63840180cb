import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { rowArray, textArray } from './row-array.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'row-array-test' });
  await database.query({
    text: 'create type odd as (name text, n bigint, yes boolean, data jsonb, topics text[])',
  });
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
    textArray([text, ...texts]),
  ]);
  const answer = await database.query<{ record: unknown }>({
    text: 'select row_to_json(x) as record from unnest($1::odd[]) x',
    values: [rowArray(rows)],
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
    values: [rowArray([[undefined, undefined, undefined, undefined, undefined]])],
  });
  expect(rows).toEqual([{ none: true }]);
  expect(rowArray([])).toBeNull();
});

test('a character that PostgreSQL cannot keep travels as an escape', async () => {
  const { rows } = await database.query<{ name: string }>({
    text: 'select name from unnest($1::odd[]) x',
    values: [rowArray([['a\u0000b', 1, true, '{}', '{}']])],
  });
  expect(rows).toEqual([{ name: 'a\u001a0000b' }]);
});
