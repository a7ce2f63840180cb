/** Binds the facade to Electron: the only file that knows it. No decision is taken here. */
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import { setAutostart } from './autostart.ts';
import { appImage } from './config.ts';
import type { DeskWindow, Electron, TrayIcon, WindowOptions } from './facade.ts';

/** As in electron-builder.yml: Windows shows no notification of a program that it cannot name. */
const APP_ID = 'org.intray.desk';

/** What Electron must know before it is ready: who we are, and that the pages' scheme is as good as https. */
export function declareApp(scheme: string): void {
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false } },
  ]);
}

function windowOf({ bounds, title, preload }: WindowOptions, markPath: string): DeskWindow {
  const window = new BrowserWindow({
    ...bounds,
    title,
    minWidth: 380,
    minHeight: 480,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Elsewhere the browser would fetch its word lists from a server that nobody chose.
      spellcheck: process.platform === 'darwin',
    },
  });
  const { webContents } = window;
  return {
    contents: webContents.id,
    load: (url) => window.loadURL(url),
    send: (channel, message) => webContents.send(channel, message),
    show() {
      if (window.isMinimized()) window.restore();
      window.show();
    },
    hide: () => window.hide(),
    focus: () => window.focus(),
    isFocused: () => window.isFocused(),
    callAttention: (on) => window.flashFrame(on),
    bounds: () => window.getNormalBounds(),
    isMaximized: () => window.isMaximized(),
    maximize: () => window.maximize(),
    setZoom: (factor) => webContents.setZoomFactor(factor),
    mark(words) {
      if (process.platform !== 'win32') return;
      window.setOverlayIcon(words === undefined ? null : nativeImage.createFromPath(markPath), words ?? '');
    },
    onClose: (ask) => window.on('close', (event) => ask() === 'keep' && event.preventDefault()),
    onMoved(listener) {
      window.on('moved', listener);
      window.on('resized', listener);
    },
    onFocus: (listener) => void window.on('focus', listener),
  };
}

function trayOf(iconPath: string): TrayIcon {
  const tray = new Tray(nativeImage.createFromPath(iconPath));
  return {
    show({ tooltip, badge, menu }) {
      tray.setToolTip(tooltip);
      tray.setTitle(badge > 0 ? String(badge) : '');
      tray.setContextMenu(
        Menu.buildFromTemplate(
          menu.map(({ label, checked, enabled = true, onClick }) => ({
            label,
            enabled,
            ...(checked === undefined ? {} : { type: 'checkbox' as const, checked }),
            ...(onClick === undefined ? {} : { click: onClick }),
          })),
        ),
      );
    },
    onClick: (listener) => void tray.on('click', listener),
  };
}

/** @param pictures paths of a PNG for the tray, and of one for the mark in the taskbar */
export function bindElectron(pictures: { readonly tray: string; readonly mark: string }): Electron {
  return {
    app: {
      takeSingleInstance: () => app.requestSingleInstanceLock(),
      onSecondInstance: (listener) => void app.on('second-instance', (_event, argv) => listener(argv)),
      onOpenUrl: (listener) =>
        void app.on('open-url', (event, url) => {
          event.preventDefault();
          listener(url);
        }),
      onActivate: (listener) => void app.on('activate', listener),
      onGuarded: (listener) =>
        void app.on('web-contents-created', (_event, contents) =>
          listener({
            onNavigate(allow) {
              const guard = (event: { preventDefault(): void; readonly url: string }) => {
                if (!allow(event.url)) event.preventDefault();
              };
              contents.on('will-navigate', guard);
              contents.on('will-redirect', guard);
              contents.on('will-frame-navigate', guard);
            },
            onNewWindow: (wanted) =>
              contents.setWindowOpenHandler(({ url }) => {
                wanted(url);
                return { action: 'deny' };
              }),
            forbidWebviews: () => void contents.on('will-attach-webview', (event) => event.preventDefault()),
          }),
        ),
      whenReady: () => app.whenReady(),
      quit: () => app.quit(),
      argv: () => process.argv,
      locale: () => app.getLocale(),
      version: () => app.getVersion(),
      setBadge: (count) => void app.setBadgeCount(count),
      openAtLogin(openAtLogin) {
        if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin });
        const folder = join(app.getPath('appData'), 'autostart');
        setAutostart({ folder, program: appImage() ?? app.getPath('exe') }, openAtLogin);
      },
      handleLinks: (scheme) => void app.setAsDefaultProtocolClient(scheme),
      onQuit: (listener) => void app.on('before-quit', listener),
    },
    pages: {
      serve: (scheme, answer) =>
        protocol.handle(scheme, async ({ url }) => {
          const { status, headers, body } = await answer(url);
          return new Response(new Uint8Array(body), { status, headers });
        }),
      decidePermissions(allow) {
        session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
          answer(allow(permission)),
        );
        session.defaultSession.setPermissionCheckHandler((_contents, permission) => allow(permission));
        session.defaultSession.setDevicePermissionHandler(() => false);
      },
    },
    ipc: {
      handle: (channel, answer) =>
        ipcMain.handle(channel, ({ sender, senderFrame }, input) =>
          answer(
            {
              contents: sender.id,
              topFrame: senderFrame !== null && senderFrame === sender.mainFrame,
              url: senderFrame?.url ?? '',
            },
            input,
          ),
        ),
    },
    keys: {
      // The "basic text" of Linux without a key store is no encryption: then nothing is kept.
      available: () =>
        safeStorage.isEncryptionAvailable() &&
        (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
      seal: (text) => safeStorage.encryptString(text),
      unseal: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
    },
    shell: {
      openExternal: (url) => shell.openExternal(url),
      beep: () => shell.beep(),
      showFile: (path) => shell.showItemInFolder(path),
    },
    power: {
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
      onSuspend: (listener) => void powerMonitor.on('suspend', listener),
      onResume: (listener) => void powerMonitor.on('resume', listener),
      onLock: (listener) => void powerMonitor.on('lock-screen', listener),
      onUnlock: (listener) => void powerMonitor.on('unlock-screen', listener),
    },
    keyboard: {
      register: (accelerator, pressed) => globalShortcut.register(accelerator, pressed),
      unregisterAll: () => globalShortcut.unregisterAll(),
    },
    displays: { workAreas: () => screen.getAllDisplays().map(({ workArea }) => workArea) },
    openWindow: (options) => windowOf(options, pictures.mark),
    openTray: () => trayOf(pictures.tray),
    notify({ title, body, buttons, onClick, onButton }) {
      const note = new Notification({
        title,
        body,
        actions: buttons.map((text) => ({ type: 'button' as const, text })),
      });
      note.on('click', onClick);
      note.on('action', (details) => onButton(typeof details === 'number' ? details : details.actionIndex));
      note.show();
      return { close: () => note.close() };
    },
    updates: {
      async look(url) {
        const { default: updater } = await import('electron-updater');
        updater.autoUpdater.setFeedURL({ provider: 'generic', url });
        await updater.autoUpdater.checkForUpdatesAndNotify();
      },
    },
  };
}

/** Where the app keeps what belongs to this person. */
export const userFolder = (): string => app.getPath('userData');

/** What broke and was caught nowhere: to the log, and the process ends as it would have. */
export function onCrash(tell: (cause: unknown) => void): void {
  process.on('uncaughtExceptionMonitor', tell);
  process.on('unhandledRejection', (cause) => {
    throw cause;
  });
  app.on('render-process-gone', (_event, _contents, details) =>
    tell(new Error(`The page is gone: ${details.reason}`)),
  );
  app.on('child-process-gone', (_event, details) =>
    tell(new Error(`${details.type} is gone: ${details.reason}`)),
  );
}
