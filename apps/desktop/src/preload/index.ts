/** Hangs the verbs into the page. All that the page can reach of Electron is in this file. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/bridge.ts';
import { NEWS_CHANNEL, type News } from '../shared/news.ts';
import { VERB_CHANNELS } from '../shared/verb-names.ts';

const verbs = Object.fromEntries(
  Object.entries(VERB_CHANNELS).map(([verb, channel]) => [
    verb,
    (input: unknown) => ipcRenderer.invoke(channel, input),
  ]),
);
const bridge = {
  ...verbs,
  onNews(listener: (news: News) => void) {
    const hear = (_event: unknown, news: News) => listener(news);
    ipcRenderer.on(NEWS_CHANNEL, hear);
    return () => void ipcRenderer.removeListener(NEWS_CHANNEL, hear);
  },
} as unknown as Bridge;

contextBridge.exposeInMainWorld('intray', bridge);
