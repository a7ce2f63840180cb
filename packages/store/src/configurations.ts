import type { ContactCentreConfig, Instant } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptJson, keptText } from './kept-json.ts';

export async function newestConfiguration(on: Queryable) {
  const { rows } = await on.query<{ version: number; body: string }>({
    text: 'select version, body::text as body from configuration order by version desc limit 1',
  });
  const [row] = rows;
  return row && { version: row.version, config: fromKeptJson(row.body) as ContactCentreConfig };
}

/** Answers its version. Nothing is overwritten: who changed what and when stays known. */
export async function addConfiguration(
  on: Queryable,
  config: ContactCentreConfig,
  by: string,
  at: Instant,
): Promise<number> {
  const { rows } = await on.query<{ version: number }>({
    text: 'insert into configuration (at, "by", body) values ($1, $2, $3) returning version',
    values: [at, keptText(by), keptJson(config)],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('An inserted configuration came back without its version.');
  return row.version;
}
