/** How much work there is by what a change of the configuration may do away with; each counted in an index of its own. */
import type { Queryable } from './database/database.ts';
import { keptText } from './kept-json.ts';

/** So many are counted exactly; where there is more, that there is more is all anybody needs to know. */
const MOST_COUNTED = 100_000;

const COUNTS = {
  mediaTypes: `select count(*) as n from (
    select from interaction where media_type = w.name and finished_at is null limit ${MOST_COUNTED}) found`,
  agents: `select (select count(*) from interaction where handler = w.name)
                + (select count(*) from interaction where invitee = w.name) as n`,
  onTheWayFrom: `select (select count(*) from interaction where handler is not null and queue = w.name)
    + (select count(*) from interaction where invitee is not null and handler is null and queue = w.name) as n`,
} as const;

/**
 * Counts by name, in the order asked. `mediaTypes`: unfinished, wherever it is; `agents`: offered to them or in their
 * hands; `onTheWayFrom`: offered or in hand, and last in that queue.
 */
export async function remainingWork(
  on: Queryable,
  by: keyof typeof COUNTS,
  names: readonly string[],
): Promise<readonly number[]> {
  if (names.length === 0) return [];
  const { rows } = await on.query<{ n: number }>({
    text: `select counted.n::int as n from unnest($1::text[]) with ordinality as w (name, turn)
             cross join lateral (${COUNTS[by]}) counted order by w.turn`,
    values: [names.map(keptText)],
  });
  return rows.map(({ n }) => n);
}
