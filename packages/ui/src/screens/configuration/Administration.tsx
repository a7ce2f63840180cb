'use client';
import type { MyDesk } from '@intray/core';
import type { AdministratorPlace, Place } from '../../desk/place.ts';
import { AccessScreen } from '../access/AccessScreen.tsx';
import lists from '../lists/Lists.module.css';
import { OptionsScreen } from '../options/OptionsScreen.tsx';
import { VersionsScreen } from '../versions/VersionsScreen.tsx';
import { Configuration } from './Configuration.tsx';
import { DraftBar } from './draft/DraftBar.tsx';
import { DraftProvider } from './draft/DraftProvider.tsx';
import { words } from './words.ts';

export interface AdministrationProps {
  readonly me: MyDesk;
  readonly place: AdministratorPlace;
  readonly onGo: (place: Place, how?: 'push' | 'replace') => void;
}

/** The administrator's screens, all with the one draft of a change above them. */
export function Administration({ me, place: { view, page, id }, onGo }: AdministrationProps) {
  return (
    <>
      <header className={lists.bar}>
        <h2>{words.places[view]}</h2>
      </header>
      <DraftProvider whose={me.agent.id}>
        <DraftBar />
        {view === 'configuration' && <Configuration page={page} id={id} onGo={onGo} />}
        {view === 'options' && <OptionsScreen page={page} id={id} onGo={onGo} />}
        {view === 'access' && <AccessScreen page={page} id={id} onGo={onGo} />}
        {view === 'versions' && <VersionsScreen id={id} onGo={onGo} />}
      </DraftProvider>
    </>
  );
}
