/**
 * How much work there is by what a change of the configuration may do away with. Counted in the indexes that the day's
 * work needs anyway: taking a medium away looks through all unfinished work once, which is rare; an index for it would
 * cost every single transition.
 */
import type { Remaining, Vanishing } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { keptText } from './kept-json.ts';
import { countsOf, placeOfWorkbin, queueCountsOf } from './places.ts';

/** So many are counted exactly; where there is more, that there is more is all anybody needs to know. */
const MOST_COUNTED = 100_000;

/** Unfinished work is in exactly one of these places, and each has an index. */
const PLACES = [
  'handler is not null',
  'workbin_type is not null',
  'waiting_in is not null',
  'invitee is not null and handler is null',
];
const unfinished = (place: string) =>
  `(select count(*) from (select from interaction where media_type = w.name and ${place} limit ${MOST_COUNTED}) found)`;

const COUNTS = {
  mediaTypes: `select ${PLACES.map(unfinished).join(' + ')} as n`,
  agents: `select (select count(*) from interaction where handler = w.name)
                + (select count(*) from interaction where invitee = w.name) as n`,
  onTheWayFrom: `select (select count(*) from interaction where handler is not null and queue = w.name)
    + (select count(*) from interaction where invitee is not null and handler is null and queue = w.name) as n`,
} as const;

/** How much there is in or with what is named, in the order named. */
export async function remainingWork(on: Queryable, vanishing: Vanishing): Promise<Remaining> {
  const { queues, workbins, mediaTypes, agents } = vanishing;
  const [waiting, onTheWayFrom, resting, unfinished, held] = await Promise.all([
    queueCountsOf(on, queues),
    countBy(on, 'onTheWayFrom', queues),
    countsOf(on, workbins.map(placeOfWorkbin)),
    countBy(on, 'mediaTypes', mediaTypes),
    countBy(on, 'agents', agents),
  ]);
  return { queues: waiting, onTheWayFrom, workbins: resting, mediaTypes: unfinished, agents: held };
}

/**
 * Counts by name, in the order asked. `mediaTypes`: unfinished, wherever it is; `agents`: offered to them or in their
 * hands; `onTheWayFrom`: offered or in hand, and last in that queue.
 */
async function countBy(
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
