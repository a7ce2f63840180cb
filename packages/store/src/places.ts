import { queueTopic, type WorkbinRef, workbinTopic } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { keptText } from './kept-json.ts';

/** The name under which a tray's or a queue's count is kept: the one core files its events under. */
export const placeOfWorkbin = (workbin: WorkbinRef): string => keptText(workbinTopic(workbin));
export const placeOfQueue = (queue: string): string => keptText(queueTopic(queue));

/** How much is in each place, in the order asked; 0 where nothing ever was. */
export async function countsOf(on: Queryable, places: readonly string[]): Promise<readonly number[]> {
  if (places.length === 0) return [];
  const { rows } = await on.query<{ place: string; n: number }>({
    name: 'tallies',
    text: 'select place, n from tally where place = any($1)',
    values: [places],
  });
  const counts = new Map(rows.map(({ place, n }) => [place, n]));
  return places.map((place) => counts.get(place) ?? 0);
}
