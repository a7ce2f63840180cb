/** Where the page begins: what is kept first, so that there is something to see before any answer has come. */
import '@intray/ui/design.css';
import { connectDesk, Desk, keepDraftsOn, offlinePort, openKept } from '@intray/ui';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../shared/bridge.ts';
import type { Begin } from '../shared/contract.ts';
import { bridgeFetch } from './bridge-fetch.ts';
import { bridgeSocket } from './bridge-socket.ts';
import { keptDrafts } from './kept-drafts.ts';
import { withOutsideWorld } from './outside-world.ts';
import { Preferences } from './Preferences.tsx';

declare global {
  interface Window {
    readonly intray: Bridge;
  }
}

const bridge = window.intray;

try {
  const theme = localStorage.getItem('intray.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is as good.
}

async function openDesk() {
  const shelves = {
    async read(shelf: 'queue' | 'snapshot') {
      const answer = await bridge.readKept({ shelf });
      return (answer.ok && answer.value) || undefined;
    },
    async write(shelf: 'queue' | 'snapshot', text: string) {
      const answer = await bridge.keep({ shelf, text });
      // Without a key store nothing is kept; what waits then waits for as long as the desk runs.
      if (!answer.ok && answer.refusal.code !== 'not_kept') throw new Error(answer.refusal.message);
    },
  };
  const [kept, drafts] = await Promise.all([openKept(shelves), keptDrafts(bridge)]);
  keepDraftsOn(drafts);
  const port = connectDesk({ fetch: bridgeFetch(bridge), WebSocket: bridgeSocket(bridge) });
  const desk = withOutsideWorld(offlinePort(port, kept), bridge);
  return () => desk;
}

function Root({
  begin,
  connect,
}: {
  readonly begin: Begin;
  readonly connect: (() => ReturnType<typeof connectDesk>) | undefined;
}) {
  const [choosing, setChoosing] = useState(connect === undefined);
  useEffect(
    () =>
      bridge.onNews((news) => news.kind === 'wish' && news.wish.do === 'preferences' && setChoosing(true)),
    [],
  );
  if (choosing || connect === undefined)
    return (
      <Preferences
        begin={begin}
        bridge={bridge}
        {...(connect === undefined ? {} : { onClose: () => setChoosing(false) })}
      />
    );
  return <Desk connect={connect} />;
}

const answer = await bridge.begin({});
if (!answer.ok) throw new Error(answer.refusal.message);
const begin = answer.value;
document.documentElement.lang = begin.language;
const connect = begin.server === undefined ? undefined : await openDesk();
const place = document.getElementById('desk');
if (place === null) throw new Error('The page has no place for the desk.');
createRoot(place).render(
  <StrictMode>
    <Root begin={begin} connect={connect} />
  </StrictMode>,
);
