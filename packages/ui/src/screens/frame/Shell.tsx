'use client';
import type { MyDesk } from '@intray/core';
import { useMemo, useRef, useState } from 'react';
import { closed, isAdministratorPlace, isBuilderPlace, isListPlace } from '../../desk/place.ts';
import { useCommand } from '../../desk/useCommand.ts';
import { usePlace } from '../../desk/usePlace.ts';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Splitter } from '../../parts/Splitter.tsx';
import { useRowCommands } from '../commands/RowCommands.tsx';
import { BATCHES } from '../commands/several.ts';
import { Invites } from '../invites/Invites.tsx';
import { OpenItems } from '../item/OpenItems.tsx';
import { shut, useOpened } from '../item/opened.ts';
import { later, useFetchAhead } from '../later.tsx';
import { Colleagues } from '../lists/Colleagues.tsx';
import { Contents } from '../lists/Contents.tsx';
import { focusRow } from '../lists/focus.ts';
import { MyWork } from '../lists/MyWork.tsx';
import { OfflineBar } from '../offline/OfflineBar.tsx';
import { useChannelEntries } from '../palette/channels.ts';
import { useDeskEntries } from '../palette/destinations.ts';
import { Palette } from '../palette/Palette.tsx';
import { useKeys, useSequences } from '../useKeys.ts';
import { useLasting } from '../useLasting.ts';
import { usePullNext } from '../usePullNext.ts';
import { useWide } from '../useWide.ts';
import { words } from '../words.ts';
import { isReady } from './channelState.ts';
import { LinkBar } from './LinkBar.tsx';
import { idOf, Navigation, useDestinations } from './Navigation.tsx';
import { pagesOf } from './pages.ts';
import css from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

const Item = later(
  async () => (await import('../item/Item.tsx')).Item,
  () => <SkeletonRows label={words.item.loading} rows={9} />,
);
const Shortcuts = later(async () => (await import('./Shortcuts.tsx')).Shortcuts);
const loading = () => <SkeletonRows label={words.signIn.loading} rows={12} />;
// Not fetched ahead: most people have no use for them.
const Builder = later(async () => (await import('../drafting/Builder.tsx')).Builder, loading, 'asked');
const Administration = later(
  async () => (await import('../configuration/Administration.tsx')).Administration,
  loading,
  'asked',
);
const Operator = later(async () => (await import('../operator/Operator.tsx')).Operator, loading, 'asked');
const Lead = later(async () => (await import('../oversight/Lead.tsx')).Lead, loading, 'asked');

/** The frame of the desk: where one can go, what is there, and what is open. */
export function Shell({ me }: { readonly me: MyDesk }) {
  const [place, go] = usePlace();
  const [helping, setHelping] = useState(false);
  const [finding, setFinding] = useState(false);
  const list = useRef<HTMLElement>(null);
  const destinations = useDestinations();
  const execute = useCommand();
  const wide = useWide();
  useFetchAhead();

  const close = () => {
    if (place.item === undefined) return;
    shut(place.item);
    go(closed(place));
    focusRow(list.current);
  };
  const leave = () => {
    if (place.item !== undefined) shut(place.item);
    go(closed(place), 'replace');
    focusRow(list.current);
  };
  const { active, channels } = me.session;
  const toggleReady = () => {
    const type = isReady(channels) ? 'setNotReady' : 'setReady';
    if (active) void execute({ type, agentId: me.agent.id });
  };
  const pullNext = usePullNext((id) => go({ view: 'work', item: id }));
  const item = place.item;
  const open = (id: string) => go({ ...place, item: id }, item === undefined ? 'push' : 'replace');
  const shutOne = (id: string, next: string | undefined) => {
    shut(id);
    if (id !== item) return;
    if (next === undefined) close();
    else open(next);
  };
  const { begin, dialog } = useRowCommands(open, () => {});
  const drop = (to: string, ids: readonly string[]) => {
    const target = destinations.find(({ id }) => id === to)?.place;
    if (target?.view === 'workbin')
      void begin(BATCHES.workbin, ids, (type, interactionId) => ({
        type: type as (typeof BATCHES.workbin)[number],
        interactionId,
        workbin: target.workbin,
      }));
    if (target?.view === 'queue')
      void begin(BATCHES.queue, ids, (_, interactionId) => ({
        type: 'moveToQueue',
        interactionId,
        queue: target.queue,
      }));
  };
  // Given these, what is below renders for what it shows itself, and not for every click on the desk.
  const deeds = useLasting({
    ...{ go, open, close, leave, shutOne, drop, pullNext, toggleReady },
    help: () => setHelping(true),
    find: () => setFinding(true),
    toWork: (id?: string) => go({ view: 'work', ...(id !== undefined && { item: id }) }),
  });
  const pages = useMemo(() => pagesOf({ privileges: me.privileges }), [me.privileges]);
  useDeskEntries(destinations, pages, deeds);
  useChannelEntries(me);

  useKeys({
    '?': deeds.help,
    escape: close,
    'shift+r': toggleReady,
    'shift+n': active ? pullNext : undefined,
    'g w': () => go({ view: 'work' }),
    'g f': () => go({ view: 'finished' }),
    'g c': () => go({ view: 'colleagues' }),
    ...Object.fromEntries(pages.map(({ key, place: to }) => [`g ${key}`, () => go(to)])),
    ...Object.fromEntries(
      destinations.slice(0, 9).map((destination, index) => [`g ${index + 1}`, () => go(destination.place)]),
    ),
    j: () => focusRow(list.current),
    k: () => focusRow(list.current),
  });
  // After the keys themselves: whoever hears the second key still has to know the first.
  useSequences();

  const opened = useOpened(item);
  const pane = item !== undefined && (
    <div className={css.pane}>
      <OpenItems ids={opened} shown={item} onShow={deeds.open} onShut={deeds.shutOne} />
      <Item key={item} id={item} me={me} onClose={deeds.close} onOpen={deeds.open} onLeft={deeds.leave} />
    </div>
  );

  const room = (
    <section ref={list} className={css.room} id="list" tabIndex={-1}>
      {place.view === 'work' && (
        <MyWork me={me} current={item} onOpen={deeds.open} onPullNext={deeds.pullNext} />
      )}
      {place.view === 'colleagues' && <Colleagues />}
      {place.view === 'operator' && <Operator />}
      {place.view === 'lead' && <Lead me={me} place={place} onGo={go} onOpen={deeds.open} />}
      {isBuilderPlace(place) && <Builder view={place.view} id={place.id} onGo={go} />}
      {isAdministratorPlace(place) && <Administration me={me} place={place} onGo={go} />}
      {isListPlace(place) && (
        <Contents key={JSON.stringify(closed(place))} place={place} onOpen={deeds.open} />
      )}
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
      <TopBar
        agent={me.agent}
        session={me.session}
        channels={me.channels}
        capacity={me.capacity}
        onHelp={deeds.help}
        onFind={deeds.find}
      />
      <Navigation
        agent={me.agent}
        work={me.work}
        privileges={me.privileges}
        current={idOf(place)}
        destinations={destinations}
        onGo={go}
        onRows={deeds.drop}
      />
      <main className={css.main}>
        {/* Around the room also while nothing is open: put around it by a click, it would make the whole list anew. */}
        <Splitter
          label={words.nav.width}
          side="end"
          defaultSize={560}
          min={420}
          max={860}
          storageKey="intray.itemWidth"
          pane={wide && pane}
        >
          {room}
        </Splitter>
        {!wide && pane && <div className={css.overlay}>{pane}</div>}
      </main>
      <Invites agent={me.agent} work={me.work} onAccepted={deeds.toWork} onShowAll={deeds.toWork} />
      <Palette open={finding} onOpenChange={setFinding} onOpenItem={deeds.open} />
      <Shortcuts open={helping} onOpenChange={setHelping} pages={pages} />
      {dialog}
    </div>
  );
}
