/** The row types that a save is made of, as migrations/0004-save.sql declares them. */
import type { Queryable } from './database/database.ts';
import { DatabaseFailure } from './database/failure.ts';
import type { ColumnType, RowType } from './row-array.ts';

const COLUMNS = {
  saved_session: ['int4', 'text', 'int4', 'bool', 'bool', 'int8', 'kept'],
  saved_interaction: [
    ...['int4', 'int4', 'text', 'int4', 'text', 'text', 'text', 'int4'],
    ...['text', 'text', 'text', 'text', 'text', 'text', 'text'],
    ...['int8', 'jsonb', 'kept', 'text', 'text', 'int8', 'int8'],
  ] as readonly ColumnType[],
  saved_event: ['int8', 'text', 'text', 'int4', 'text', 'text', 'text', 'kept', 'text[]', 'text'],
  receipt: ['text', 'int8', 'kept'],
  contact_last_agent: ['text', 'text', 'text', 'int8'],
  saved_tally: ['text', 'int8', 'int8'],
} as const satisfies Record<string, readonly ColumnType[]>;

export type RowTypes = { readonly [Name in keyof typeof COLUMNS]: RowType };

/** PostgreSQL's code for a row whose type is not the one it names. */
const TYPE_MISMATCH = '42804';

/** What the row types are called in one database. */
export interface KnownRowTypes {
  /** Asked for once. */
  types(): Promise<RowTypes>;
  /** Looks at a failed save: a database that was made anew has other numbers for its types, so they are asked for again. */
  failed(cause: unknown): void;
}

export function knownRowTypes(on: Queryable): KnownRowTypes {
  let known: Promise<RowTypes> | undefined;
  return {
    types() {
      known ??= askRowTypes(on).catch((cause: unknown) => {
        known = undefined;
        throw cause;
      });
      return known;
    },
    failed(cause) {
      if (cause instanceof DatabaseFailure && cause.code === TYPE_MISMATCH) known = undefined;
    },
  };
}

async function askRowTypes(on: Queryable): Promise<RowTypes> {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const { rows } = await on.query<{ name: keyof typeof COLUMNS; oid: number }>({
    text: 'select name, name::regtype::oid::int8 as oid from unnest($1::text[]) name',
    values: [names],
  });
  return Object.fromEntries(
    rows.map(({ name, oid }): [string, RowType] => [name, { oid, columns: COLUMNS[name] }]),
  ) as RowTypes;
}
