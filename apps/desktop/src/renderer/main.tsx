/** Where the page begins: what is kept first, so that there is something to see before any answer has come. */
import '@intray/ui/design.css';
import { connectDesk, Desk, Dialog, keepDraftsOn, offlinePort, openKept, useLanguage } from '@intray/ui';
import { StrictMode, useEffect, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../shared/bridge.ts';
import type { Begin } from '../shared/contract.ts';
import { bridgeFetch } from './bridge-fetch.ts';
import { bridgeSocket } from './bridge-socket.ts';
import { agreeOnLanguage, speak } from './chosen-language.ts';
import { keptDrafts } from './kept-drafts.ts';
import { withOutsideWorld } from './outside-world.ts';
import { FirstStart, Preferences } from './Preferences.tsx';
import { tellWhatBreaks } from './what-breaks.ts';
import { words } from './words.ts';

declare global {
  interface Window {
    readonly intray: Bridge;
  }
}

const bridge = window.intray;
tellWhatBreaks(bridge);

try {
  const theme = localStorage.getItem('intray.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is as good.
}

/** What the main process said last of servers and settings. */
let begin: Begin;
const listeners = new Set<() => void>();
function take(next: Begin): void {
  begin = next;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const wishes = new EventTarget();

async function openDesk() {
  const shelves = {
    async read(shelf: 'queue' | 'snapshot') {
      const kept = await bridge.readKept({ shelf });
      return (kept.ok && kept.value) || undefined;
    },
    async write(shelf: 'queue' | 'snapshot', text: string) {
      const kept = await bridge.keep({ shelf, text });
      // Without a key store nothing is kept; what waits then waits for as long as the desk runs.
      if (!kept.ok && kept.refusal.code !== 'not_kept') throw new Error(kept.refusal.message);
    },
  };
  const [kept, drafts] = await Promise.all([openKept(shelves), keptDrafts(bridge)]);
  keepDraftsOn(drafts);
  const port = connectDesk({ fetch: bridgeFetch(bridge), WebSocket: bridgeSocket(bridge) });
  const desk = withOutsideWorld(offlinePort(port, kept), bridge, () => begin.settings.popKey);
  const preferences = () => void wishes.dispatchEvent(new Event('preferences'));
  return () => ({ ...desk, preferences });
}

function Root({ connect }: { readonly connect: (() => ReturnType<typeof connectDesk>) | undefined }) {
  const language = useLanguage();
  const [choosing, setChoosing] = useState(false);
  const now = useSyncExternalStore(subscribe, () => begin);
  useEffect(() => {
    const choose = () => setChoosing(true);
    wishes.addEventListener('preferences', choose);
    const stop = bridge.onNews(
      (news) => news.kind === 'wish' && news.wish.do === 'preferences' && setChoosing(true),
    );
    return () => {
      wishes.removeEventListener('preferences', choose);
      stop();
    };
  }, []);
  const preferences = (
    <Preferences
      key={language}
      begin={now}
      bridge={bridge}
      onBegin={(next) => {
        take(next);
        void speak(next.language);
      }}
    />
  );
  if (connect === undefined) return <FirstStart>{preferences}</FirstStart>;
  return (
    <>
      <Desk connect={connect} />
      {/* Over the desk, which goes on below: an agent who is choosing a key is still at work. */}
      <Dialog open={choosing} onOpenChange={setChoosing} title={words.title} size="l" closeLabel={words.back}>
        {preferences}
      </Dialog>
    </>
  );
}

// Not by awaiting at the top: whatever is fetched on the way lies in the same file, and would wait for its end.
async function start(): Promise<void> {
  const answer = await bridge.begin({});
  if (!answer.ok) throw new Error(answer.refusal.message);
  begin = answer.value;
  const [connect] = await Promise.all([
    begin.server === undefined ? undefined : openDesk(),
    agreeOnLanguage(bridge, { begin: () => begin, take }),
  ]);
  const place = document.getElementById('desk');
  if (place === null) throw new Error('The page has no place for the desk.');
  createRoot(place).render(
    <StrictMode>
      <Root connect={connect} />
    </StrictMode>,
  );
}
void start();
