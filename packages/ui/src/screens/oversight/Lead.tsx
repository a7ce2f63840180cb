'use client';
import type { MyDesk } from '@intray/core';
import type { LeadPlace } from '../../desk/lead-place.ts';
import type { Place } from '../../desk/place.ts';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Board } from '../board/Board.tsx';
import { later } from '../later.tsx';
import { words } from '../words.ts';
import { Oversight } from './Oversight.tsx';

/** Charts are fetched when somebody looks at them. */
const Reports = later(
  async () => (await import('../reports/Reports.tsx')).default,
  () => <SkeletonRows label={words.signIn.loading} rows={8} />,
  'asked',
);

export interface LeadProps {
  readonly me: MyDesk;
  readonly place: LeadPlace & { readonly item?: string };
  readonly onGo: (place: Place, how?: 'push' | 'replace') => void;
  readonly onOpen: (id: string) => void;
}

/** The pages of those who watch over others. */
export function Lead({ me, place, onGo, onOpen }: LeadProps) {
  const go = (to: LeadPlace) => onGo({ ...to, ...(place.item !== undefined && { item: place.item }) });
  switch (place.page) {
    case 'board':
      return <Board me={me} place={place} onGo={go} onOpen={onOpen} />;
    case 'reports':
      return <Reports me={me} onGo={go} />;
    case 'queues':
    case 'workbins':
      return (
        <Oversight
          key={`${place.page} ${place.of ?? ''} ${place.filter ?? ''} ${place.where ?? ''}`}
          me={me}
          place={place}
          among={place.page}
          current={place.item}
          onGo={go}
          onOpen={onOpen}
        />
      );
  }
}
