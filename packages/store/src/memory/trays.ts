/** How full trays are, as the tallies have it. */
import { MEDIUM_MARK, type WorkbinRef } from '@intray/core';
import { placeOfUnopened, placeOfWorkbin } from '../places.ts';
import type { WorkbinCounts, WorkbinFilling } from '../store.ts';
import type { MemoryDatabase } from './database.ts';

export const fillingOf = ({ tallies }: MemoryDatabase, workbin: WorkbinRef): WorkbinFilling => ({
  count: tallies.get(placeOfWorkbin(workbin)) ?? 0,
  unopened: tallies.get(placeOfUnopened(workbin)) ?? 0,
});

export function contentOf(database: MemoryDatabase, workbin: WorkbinRef): WorkbinCounts {
  const tray = placeOfWorkbin(workbin);
  const media = [...database.tallies]
    .filter(([place, n]) => place.startsWith(`${tray}${MEDIUM_MARK}`) && n !== 0)
    .map(([place, n]) => [place.slice(tray.length + MEDIUM_MARK.length), n] as const);
  return { count: database.tallies.get(tray) ?? 0, perMediaType: Object.fromEntries(media) };
}
