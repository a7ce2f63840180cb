/** Where those who watch over others can go. Whether somebody does, core says by their privileges. */
import type { MyDesk } from '@intray/core';
import { ChartColumn, FolderTree, Gauge, LayoutList } from 'lucide-react';
import { LEAD_PAGES, type LeadPage, type LeadPlace } from '../../desk/lead-place.ts';
import type { SideNavItem, SideNavSection } from '../../parts/SideNav.tsx';
import { navWords } from './nav-words.ts';

const ICONS = { board: Gauge, queues: LayoutList, workbins: FolderTree, reports: ChartColumn };

const idOf = (page: LeadPage): string => `lead:${page}`;

/** The privilege that opens each page: one of them is enough. */
const OPENED_BY = {
  board: ['watch-team', 'manage-interactions'],
  queues: ['manage-interactions'],
  workbins: ['use-team-workbins'],
  reports: ['watch-team', 'manage-interactions'],
} as const satisfies Record<LeadPage, readonly MyDesk['privileges'][number][]>;

export function leadSections({ privileges }: Pick<MyDesk, 'privileges'>): readonly SideNavSection[] {
  const items = LEAD_PAGES.filter((page) => OPENED_BY[page].some((one) => privileges.includes(one))).map(
    (page): SideNavItem => ({ id: idOf(page), label: navWords.pages[page], icon: ICONS[page] }),
  );
  return items.length === 0 ? [] : [{ id: 'lead', label: navWords.section, items }];
}

export const leadIdOf = ({ page }: LeadPlace): string => idOf(page);

export function leadPlaceOf(id: string): LeadPlace | undefined {
  const page = LEAD_PAGES.find((each) => idOf(each) === id);
  return page && { view: 'lead', page };
}
