'use client';
import type { BuilderView, Place } from '../../desk/place.ts';
import { Importing } from '../importing/Importing.tsx';
import { Rules } from '../rules/Rules.tsx';
import { Strategies } from '../strategies/Strategies.tsx';

export interface BuilderProps {
  readonly view: BuilderView;
  readonly id: string | undefined;
  readonly onGo: (place: Place) => void;
}

/** Everything with which the flow of work is shaped. Fetched when somebody goes there. */
export function Builder({ view, id, onGo }: BuilderProps) {
  if (view === 'importing') return <Importing />;
  return view === 'rules' ? <Rules id={id} onGo={onGo} /> : <Strategies id={id} onGo={onGo} />;
}
