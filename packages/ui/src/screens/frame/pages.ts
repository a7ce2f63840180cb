/** The pages of a team lead, an administrator and an operator: those that the person may see, and the keys to them. */
import type { MyDesk } from '@intray/core';
import type { LucideIcon } from 'lucide-react';
import { isAdministratorView, type Place } from '../../desk/place.ts';
import { administratorSections } from '../configuration/destinations.ts';
import { OPERATOR, operatorSection } from '../operator/destinations.ts';
import { leadPlaceOf, leadSections } from '../oversight/destinations.ts';
import { builderPlace, builderSection } from '../strategies/destinations.ts';

export interface DeskPage {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly place: Place;
  /** After `g`. */
  readonly key?: string;
}

/** None is taken by the places that everybody has: `w`, `f`, `c` and the figures. */
const KEYS: Readonly<Record<string, string>> = {
  'lead:board': 'b',
  'lead:queues': 'q',
  'lead:workbins': 't',
  'lead:reports': 'r',
  strategies: 's',
  rules: 'u',
  importing: 'i',
  configuration: 'k',
  options: 'o',
  access: 'a',
  versions: 'v',
  [OPERATOR]: 'h',
};

/** The page that an entry on the left side leads to. */
export function pagePlace(id: string): Place | undefined {
  if (isAdministratorView(id)) return { view: id };
  if (id === OPERATOR) return { view: OPERATOR };
  return builderPlace(id) ?? leadPlaceOf(id);
}

/** In the order of the left side. */
export const pagesOf = (me: Pick<MyDesk, 'privileges'>): readonly DeskPage[] =>
  [
    ...leadSections(me),
    ...builderSection(me),
    ...administratorSections(me.privileges),
    ...operatorSection(me.privileges),
  ].flatMap(({ items }) =>
    items.flatMap(({ id, label, icon }): readonly DeskPage[] => {
      const place = pagePlace(id);
      const key = KEYS[id];
      return place === undefined
        ? []
        : [{ id, label, place, ...(icon && { icon }), ...(key !== undefined && { key }) }];
    }),
  );
