/** Where those who shape the flow of work may go; nothing for anybody else. */
import type { MyDesk } from '@intray/core';
import { FileUp, ListOrdered, Route } from 'lucide-react';
import { isBuilderView, type Place } from '../../desk/place.ts';
import type { SideNavSection } from '../../parts/SideNav.tsx';
import { words } from './nav-words.ts';

/** @returns a section of the left side, or none */
export const builderSection = ({ privileges }: Pick<MyDesk, 'privileges'>): readonly SideNavSection[] =>
  privileges.includes('configure')
    ? [
        {
          id: 'builders',
          label: words.section,
          items: [
            { id: 'strategies', label: words.strategies, icon: Route },
            { id: 'rules', label: words.rules, icon: ListOrdered },
            { id: 'importing', label: words.importing, icon: FileUp },
          ],
        },
      ]
    : [];

export const builderPlace = (id: string): Place | undefined => (isBuilderView(id) ? { view: id } : undefined);
