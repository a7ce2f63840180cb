import { MEDIUM_MARK, mediumIn, queueTopic, unopenedKey, type WorkbinRef, workbinTopic } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { keptText } from './kept-json.ts';
import type { WorkbinCounts, WorkbinFilling } from './store.ts';

/** The name under which a tray's or a queue's count is kept: the one core files its events under. */
export const placeOfWorkbin = (workbin: WorkbinRef): string => keptText(workbinTopic(workbin));
export const placeOfMedium = (workbin: WorkbinRef, mediaType: string): string =>
  keptText(mediumIn(workbinTopic(workbin), mediaType));

/** Beside the tray's own name and not below it: what is below it is a medium. */
export const placeOfUnopened = (workbin: WorkbinRef): string => keptText(unopenedKey(workbin));

/**
 * A queue's count is kept in several rows, which are added up when somebody asks. Every save of a busy house changes how
 * much waits in the same few queues; in one row, each would wait until the one before is on the disk. So saves that are
 * under way together take different rows. (A tray's count is one row: a limit is decided on it.)
 */
export const QUEUE_PARTS = 4;
/** @param part from 0 */
export const placeOfQueue = (queue: string, part = 0): string =>
  keptText(part === 0 ? queueTopic(queue) : mediumIn(queueTopic(queue), `${part}`));

/** How much waits in each queue, in the order asked, at one moment. */
export async function queueCountsOf(on: Queryable, queues: readonly string[]): Promise<readonly number[]> {
  const parts = queues.flatMap((queue) =>
    Array.from({ length: QUEUE_PARTS }, (_, part) => placeOfQueue(queue, part)),
  );
  const counts = await countsOf(on, parts);
  return queues.map((_, index) =>
    counts.slice(index * QUEUE_PARTS, (index + 1) * QUEUE_PARTS).reduce((sum, n) => sum + n, 0),
  );
}

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

/** How much is in each tray and how much of it unopened, in the order asked, at one moment. */
export async function fillingsOf(
  on: Queryable,
  workbins: readonly WorkbinRef[],
): Promise<readonly WorkbinFilling[]> {
  const counts = await countsOf(on, [...workbins.map(placeOfWorkbin), ...workbins.map(placeOfUnopened)]);
  return workbins.map((_, index) => ({
    count: counts[index] ?? 0,
    unopened: counts[workbins.length + index] ?? 0,
  }));
}

/** Behind every name of a medium in a tray, and before the name of any other tray: the next character. */
const AFTER_MEDIA = String.fromCharCode(MEDIUM_MARK.charCodeAt(0) + 1);

/** How much is in each tray, and of which media, in the order asked: one look into the key for each, at one moment. */
export async function contentsOf(
  on: Queryable,
  workbins: readonly WorkbinRef[],
): Promise<readonly WorkbinCounts[]> {
  if (workbins.length === 0) return [];
  const trays = workbins.map(placeOfWorkbin);
  const { rows } = await on.query<{ tray: string; medium: string; n: number }>({
    name: 'tray_tallies',
    text: `select tray, substr(t.place, length(tray) + 2) as medium, t.n
             from unnest($1::text[]) tray
            cross join lateral (
              select place, n from tally
               where place >= tray collate "C" and place < (tray || $2) collate "C"
              offset 0) t
            where t.n <> 0`,
    values: [trays, AFTER_MEDIA],
  });
  const found = new Map<string, Map<string, number>>();
  for (const { tray, medium, n } of rows)
    found.set(tray, (found.get(tray) ?? new Map<string, number>()).set(medium, n));
  return trays.map((tray) => {
    const media = [...(found.get(tray) ?? [])];
    return {
      count: found.get(tray)?.get('') ?? 0,
      perMediaType: Object.fromEntries(media.filter(([medium]) => medium !== '')),
    };
  });
}
