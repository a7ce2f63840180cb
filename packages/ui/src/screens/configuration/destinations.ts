/** Where an administrator can go besides. Small on purpose: everybody's desk holds it, the screens themselves do not. */
import type { Privilege } from '@intray/core';
import { BookLock, History, type LucideIcon, Settings2, SlidersHorizontal } from 'lucide-react';
import type { AdministratorView } from '../../desk/place.ts';
import { placeWords } from './place-words.ts';

const ICONS: Readonly<Record<AdministratorView, LucideIcon>> = {
  configuration: Settings2,
  options: SlidersHorizontal,
  access: BookLock,
  versions: History,
};

/** The section of the navigation; none for who may not configure. */
export const administratorSections = (privileges: readonly Privilege[]) =>
  privileges.includes('configure')
    ? [
        {
          id: 'administration',
          label: placeWords.section,
          items: (Object.keys(ICONS) as AdministratorView[]).map((id) => ({
            id,
            label: placeWords.places[id],
            icon: ICONS[id],
          })),
        },
      ]
    : [];
