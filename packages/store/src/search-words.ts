/** Finding work by its words: kept beside the work as events are counted, and asked by what they begin with. */
import { type Interaction, type InteractionEvent, wordsOf } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptJson, keptText } from './kept-json.ts';
import { INTERACTION_COLUMNS, type InteractionRow, interactionOf } from './rows.ts';

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

/** Keeps the words that these have now: an event that is still to be counted changed them at most once more. */
export async function keepWords(on: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows: kept } = await on.query<{ record: string }>({
    name: 'interactions_reworded',
    text: `select row_to_json(r)::text as record
             from (select ${INTERACTION_COLUMNS} from interaction i where i.id = any($1)) r`,
    values: [ids.map(keptText)],
  });
  const rows = kept.map(({ record }) => {
    const interaction = interactionOf(fromKeptJson(record) as InteractionRow);
    return { id: interaction.id, words: wordsOf(interaction) };
  });
  await on.query({
    name: 'keep_words',
    text: `insert into interaction_words
           select r.id, array_to_tsvector(r.words)
             from json_to_recordset($1::json) as r (id text, words text[])
           on conflict (id) do update set words = excluded.words`,
    values: [keptJson(rows)],
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
