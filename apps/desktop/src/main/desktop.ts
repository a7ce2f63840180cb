/** The main process: everything it has, put together once. Runs on Electron, and in a test on what stands in for it. */
import { join } from 'node:path';
import type { DeskState } from '../shared/contract.ts';
import { NEWS_CHANNEL, type News, type Wish } from '../shared/news.ts';
import { DEFAULT_SETTINGS, KeptSettings } from '../shared/settings.ts';
import { attention } from './attention.ts';
import { interactionIn, LINK_SCHEME, linkAmong } from './deep-links.ts';
import { externalLink } from './external-links.ts';
import type { DeskWindow, Electron, Timers } from './facade.ts';
import { setGuards } from './guards.ts';
import { handlersOf } from './handlers.ts';
import { openDoor } from './ipc.ts';
import { keptFile } from './kept-file.ts';
import { logIn } from './log.ts';
import { HOME, isOwnPage, PAGE_SCHEME, servePage } from './pages.ts';
import { watchPresence } from './presence.ts';
import { serverSockets } from './server-sockets.ts';
import { ServerList, serversIn } from './servers.ts';
import { registerShortcuts } from './shortcuts.ts';
import { badgeOf, NOBODY, statusLine, statusMenu } from './status-menu.ts';
import { watchUpdates } from './updates.ts';
import { openVault } from './vault.ts';
import { placeOn, WindowPlace } from './window-place.ts';
import { wordsIn } from './words.ts';

export interface DesktopPorts {
  readonly electron: Electron;
  readonly timers: Timers;
  readonly fetch: typeof globalThis.fetch;
  /** Where this person's things are kept. */
  readonly folder: string;
  /** The built renderer. */
  readonly pages: string;
  readonly preload: string;
}

export interface Desktop {
  readonly window: DeskWindow;
  stop(): void;
}

/** @returns `undefined` when another desk is running already and has been told what was wanted. */
export async function startDesktop(ports: DesktopPorts): Promise<Desktop | undefined> {
  const { electron, timers, fetch, folder } = ports;
  const { app } = electron;
  if (!app.takeSingleInstance()) {
    app.quit();
    return undefined;
  }
  const logPath = join(folder, 'desk.log');
  const log = logIn(logPath, timers);
  const unreadable = (path: string) =>
    log.failure('could not read what was kept', new Error(`${path} is put aside under another name.`));
  const kept = { settings: 'settings.json', servers: 'servers.json', place: 'window.json' } as const;
  const fileOf = <T>(name: keyof typeof kept, schema: Parameters<typeof keptFile<T>>[1], first: T) =>
    keptFile<T>(join(folder, kept[name]), schema, { first, unreadable });
  const settings = fileOf('settings', KeptSettings, DEFAULT_SETTINGS);
  const places = fileOf<WindowPlace | null>('place', WindowPlace.nullable(), null);
  const servers = serversIn(fileOf('servers', ServerList, { servers: [] } as ServerList));

  const words = () => wordsIn(settings.read().language || app.locale());
  let state: DeskState = NOBODY;
  let keysTaken: readonly string[] = [];
  let quitting = false;
  /** Wishes that came before there was a page to hear them. */
  const early: Wish[] = [];
  let listens = false;

  const wishFromLink = (link: string | undefined) => {
    const id = link === undefined ? undefined : interactionIn(link);
    if (id !== undefined) wish({ do: 'open', id });
  };
  app.onSecondInstance((argv) => {
    toFront();
    wishFromLink(linkAmong(argv));
  });
  app.onOpenUrl((url) => {
    toFront();
    wishFromLink(url);
  });
  app.handleLinks(LINK_SCHEME);
  const openLink = (url: string) => {
    const link = externalLink(url, settings.read().linkHosts);
    if (link !== undefined)
      electron.shell.openExternal(link).catch((cause) => log.failure('openExternal', cause));
  };
  setGuards(electron, openLink);
  await app.whenReady();

  electron.pages.serve(PAGE_SCHEME, (url) => servePage(url, ports.pages));
  const window = electron.openWindow({
    bounds: placeOn(places.read() ?? undefined, electron.displays.workAreas()),
    title: 'Intray',
    preload: ports.preload,
  });
  if (places.read()?.maximized) window.maximize();
  const tell = (news: News) => window.send(NEWS_CHANNEL, news);

  function wish(one: Wish): void {
    if (listens) tell({ kind: 'wish', wish: one });
    else early.push(one);
  }
  function toFront(): void {
    window.show();
    window.focus();
  }
  const quit = () => {
    quitting = true;
    app.quit();
  };

  const vault = openVault({ folder: join(folder, 'kept'), keys: electron.keys, onUnreadable: unreadable });
  const sockets = serverSockets(tell);
  const tray = electron.openTray();
  const calls = attention({
    electron,
    timers,
    settings: settings.read,
    wish,
    words,
    window: {
      toFront,
      isFocused: () => window.isFocused(),
      callAttention: (on) => window.callAttention(on),
    },
  });
  const show = () => {
    const badge = badgeOf(state);
    tray.show({
      tooltip: statusLine(state, words()),
      badge,
      menu: statusMenu(state, { show: toFront, quit, wish }, words()),
    });
    app.setBadge(badge);
    window.mark(badge === 0 ? undefined : words().offers(badge));
  };
  const onSettings = () => {
    const { zoom, startWithComputer, shortcuts } = settings.read();
    window.setZoom(zoom);
    app.openAtLogin(startWithComputer);
    keysTaken = registerShortcuts(electron.keyboard, shortcuts, wish);
    if (keysTaken.length > 0) log.failure('keys belong to another program', new Error(keysTaken.join(', ')));
    show();
  };

  const handlers = handlersOf({
    app,
    shell: electron.shell,
    servers,
    settings,
    vault,
    sockets,
    fetch,
    onSettings,
    keysTaken: () => keysTaken,
    say: (news) => calls.say(news),
    logPath,
    log,
    onDesk(next) {
      state = next;
      show();
      calls.offers(next);
    },
  });
  openDoor(
    electron.ipc,
    {
      ...handlers,
      begin(input) {
        // The page listens from its first question on; a reload begins anew, without the sockets of the page before.
        sockets.forgetAll();
        listens = true;
        for (const one of early.splice(0)) tell({ kind: 'wish', wish: one });
        return handlers.begin(input);
      },
    },
    {
      isOurs: ({ contents, topFrame, url }) => contents === window.contents && topFrame && isOwnPage(url),
      onFailure: (verb, cause) => log.failure(verb, cause),
    },
  );

  const keepPlace = () => places.write({ bounds: { ...window.bounds() }, maximized: window.isMaximized() });
  window.onMoved(keepPlace);
  window.onFocus(() => window.callAttention(false));
  window.onClose(() => {
    keepPlace();
    if (quitting || !settings.read().stayInTray) return 'close';
    window.hide();
    return 'keep';
  });
  tray.onClick(toFront);
  app.onActivate(toFront);
  const unwatch = [
    watchPresence({
      power: electron.power,
      timers,
      awayAfter: () => settings.read().notReadyAfterMinutes,
      wish,
      onWoken: () => sockets.breakAll(),
    }),
    watchUpdates({
      updates: electron.updates,
      timers,
      address: () => settings.read().updateAddress,
      onFailure: (cause) => log.failure('updates', cause),
    }),
  ];
  const stop = () => {
    for (const end of unwatch.splice(0)) end();
    calls.stop();
    sockets.forgetAll();
    electron.keyboard.unregisterAll();
  };
  app.onQuit(() => {
    quitting = true;
    stop();
  });
  onSettings();
  wishFromLink(linkAmong(app.argv()));
  await window.load(HOME);
  // Kept by address: what was set before there was one is forgotten.
  window.setZoom(settings.read().zoom);
  return { window, stop };
}
