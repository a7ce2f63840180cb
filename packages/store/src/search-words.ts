/** Finding work by its words: kept beside the work as events are counted, and asked by what they begin with. */
import { type Interaction, type InteractionEvent, wordsOf } from '@intray/core';
import type { Database, Queryable } from './database/database.ts';
import { fromKeptJson, keptJson, keptText } from './kept-json.ts';
import { INTERACTION_COLUMNS, type InteractionRow, interactionOf } from './rows.ts';
import type { Indexed } from './store.ts';

/** What changes the words of a piece of work. */
const REWORDS: ReadonlySet<InteractionEvent['type']> = new Set([
  'InteractionSubmitted',
  'UserDataAttached',
  'UserDataUpdated',
  'UserDataDeleted',
  'PropertiesUpdated',
  'RulesApplied',
]);

/** Whether the words may be others after this event. */
export const rewords = ({ type }: InteractionEvent): boolean => REWORDS.has(type);

async function wordsOfThese(on: Queryable, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await on.query<{ record: string }>({
    name: 'interactions_reworded',
    text: `select row_to_json(r)::text as record
             from (select ${INTERACTION_COLUMNS} from interaction i where i.id = any($1)) r`,
    values: [ids.map(keptText)],
  });
  return rows.map(({ record }) => {
    const interaction = interactionOf(fromKeptJson(record) as InteractionRow);
    return { id: interaction.id, words: wordsOf(interaction) };
  });
}

/** Keeps the words that these have now: an event that is still to be counted changed them at most once more. */
export async function keepWords(on: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await on.query({
    name: 'keep_words',
    text: `insert into interaction_words
           select r.id, array_to_tsvector(r.words)
             from json_to_recordset($1::json) as r (id text, words text[])
           on conflict (id) do update set words = excluded.words`,
    values: [keptJson(await wordsOfThese(on, ids))],
  });
}

/**
 * One step through all work by id: what has no words yet gets those it has now. An event that is counted meanwhile has
 * newer ones, so what is there already stays. How far it has come lies in the same transaction.
 */
export async function indexOlderWork(database: Database, limit: number): Promise<Indexed> {
  return database.transaction(async (on) => {
    const { rows } = await on.query<{ after: string; done: boolean }>({
      text: 'select after, done from older_words for update skip locked',
    });
    const from = rows[0];
    if (from === undefined) return 'busy';
    if (from.done) return { indexed: 0, done: true };
    const { rows: looked } = await on.query<{ id: string; lacking: boolean }>({
      name: 'older_work',
      text: `select i.id, w.id is null as lacking
               from (select id from interaction where id > $1 order by id limit $2) i
               left join interaction_words w on w.id = i.id
              order by i.id`,
      values: [keptText(from.after), limit],
    });
    const lacking = looked.filter((row) => row.lacking).map(({ id }) => id);
    await on.query({
      name: 'index_older_words',
      text: `insert into interaction_words
             select r.id, array_to_tsvector(r.words)
               from json_to_recordset($1::json) as r (id text, words text[])
             on conflict (id) do nothing`,
      values: [keptJson(await wordsOfThese(on, lacking))],
    });
    const done = looked.length < limit;
    await on.query({
      text: 'update older_words set after = $1, done = $2',
      values: [keptText(looked.at(-1)?.id ?? from.after), done],
    });
    return { indexed: lacking.length, done };
  });
}

/**
 * Work with a word for each of the terms, newest first among those that were found first: a word that half of all work
 * has finds some of it, and looks at no more.
 */
export async function interactionsFound(
  on: Queryable,
  terms: readonly string[],
  limit: number,
): Promise<readonly Interaction[]> {
  if (terms.length === 0) return [];
  const { rows } = await on.query<{ record: string }>({
    name: 'interactions_found',
    text: `select row_to_json(r)::text as record
             from (select ${INTERACTION_COLUMNS} from interaction i
                    where i.id in (select w.id from interaction_words w where w.words @@ $1::tsquery limit $2)
                    order by i.placed_at desc, i.id desc) r`,
    // Terms are letters and digits only; quoted, none of them is an operator.
    values: [keptText(terms.map((term) => `'${term}':*`).join(' & ')), limit],
  });
  return rows.map(({ record }) => interactionOf(fromKeptJson(record) as InteractionRow));
}
