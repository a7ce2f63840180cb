'use client';
import type { MyDesk } from '@intray/core';
import { useRef, useState } from 'react';
import { closed, isAdministratorPlace, isBuilderPlace, isListPlace } from '../../desk/place.ts';
import { useCommand } from '../../desk/useCommand.ts';
import { usePlace } from '../../desk/usePlace.ts';
import { languageReady } from '../../language/language.ts';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Splitter } from '../../parts/Splitter.tsx';
import { Invites } from '../invites/Invites.tsx';
import { later, useFetchAhead } from '../later.tsx';
import { Colleagues } from '../lists/Colleagues.tsx';
import { Contents } from '../lists/Contents.tsx';
import { focusRow } from '../lists/focus.ts';
import { MyWork } from '../lists/MyWork.tsx';
import { OfflineBar } from '../offline/OfflineBar.tsx';
import { useKeys, useSequences } from '../useKeys.ts';
import { useWide } from '../useWide.ts';
import { words } from '../words.ts';
import { isReady } from './channelState.ts';
import { LinkBar } from './LinkBar.tsx';
import { Navigation, useDestinations } from './Navigation.tsx';
import css from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

const Item = later(
  async () => (await import('../item/Item.tsx')).Item,
  () => <SkeletonRows label={words.item.loading} rows={9} />,
);
const Shortcuts = later(async () => (await import('./Shortcuts.tsx')).Shortcuts);
const loading = () => <SkeletonRows label={words.signIn.loading} rows={12} />;
// Not fetched ahead: most people have no use for them.
const Builder = later(
  async () => {
    const { Builder: screens } = await import('../drafting/Builder.tsx');
    await languageReady();
    return screens;
  },
  loading,
  'asked',
);
const Administration = later(
  async () => {
    const { Administration: screens } = await import('../configuration/Administration.tsx');
    await languageReady();
    return screens;
  },
  loading,
  'asked',
);

/** The frame of the desk: where one can go, what is there, and what is open. */
export function Shell({ me }: { readonly me: MyDesk }) {
  const [place, go] = usePlace();
  const [helping, setHelping] = useState(false);
  const list = useRef<HTMLElement>(null);
  const destinations = useDestinations();
  const execute = useCommand();
  const wide = useWide();
  useFetchAhead();

  const close = () => {
    if (place.item === undefined) return;
    go(closed(place));
    focusRow(list.current);
  };
  const leave = () => {
    go(closed(place), 'replace');
    focusRow(list.current);
  };
  const { active, channels } = me.session;
  const toggleReady = () => {
    const type = isReady(channels) ? 'setNotReady' : 'setReady';
    if (active) void execute({ type, agentId: me.agent.id });
  };

  useKeys({
    '?': () => setHelping(true),
    escape: close,
    'shift+r': toggleReady,
    'g w': () => go({ view: 'work' }),
    'g f': () => go({ view: 'finished' }),
    'g c': () => go({ view: 'colleagues' }),
    ...Object.fromEntries(
      destinations.slice(0, 9).map((destination, index) => [`g ${index + 1}`, () => go(destination.place)]),
    ),
    j: () => focusRow(list.current),
    k: () => focusRow(list.current),
  });
  // After the keys themselves: whoever hears the second key still has to know the first.
  useSequences();

  const open = (id: string) => go({ ...place, item: id }, place.item === undefined ? 'push' : 'replace');
  const item = place.item;
  const pane = item !== undefined && <Item key={item} id={item} me={me} onClose={close} onLeft={leave} />;

  const room = (
    <section ref={list} className={css.room} id="list" tabIndex={-1}>
      {place.view === 'work' && <MyWork me={me} current={item} onOpen={open} />}
      {place.view === 'colleagues' && <Colleagues />}
      {isBuilderPlace(place) && <Builder view={place.view} id={place.id} onGo={go} />}
      {isAdministratorPlace(place) && <Administration me={me} place={place} onGo={go} />}
      {isListPlace(place) && <Contents key={JSON.stringify(closed(place))} place={place} onOpen={open} />}
    </section>
  );

  return (
    <div className={css.shell}>
      <a className={css.skip} href="#list">
        {words.nav.skip}
      </a>
      <div className={css.news}>
        <LinkBar />
        <OfflineBar />
      </div>
      <TopBar me={me} onHelp={() => setHelping(true)} />
      <Navigation me={me} place={place} destinations={destinations} onGo={go} />
      <main className={css.main}>
        {wide && pane ? (
          <Splitter
            label={words.nav.width}
            side="end"
            defaultSize={560}
            min={420}
            max={860}
            storageKey="intray.itemWidth"
            pane={pane}
          >
            {room}
          </Splitter>
        ) : (
          <>
            {room}
            {pane && <div className={css.overlay}>{pane}</div>}
          </>
        )}
      </main>
      <Invites
        me={me}
        onAccepted={(id) => go({ view: 'work', item: id })}
        onShowAll={() => go({ view: 'work' })}
      />
      <Shortcuts open={helping} onOpenChange={setHelping} />
    </div>
  );
}
