/**
 * Stands in for the module `electron` by Electron's own names, as far as the built main process uses them. What was
 * asked of it is remembered; what happens to it is made to happen by the test.
 */
import { EventEmitter } from 'node:events';
import { StandInWindow, type WindowAsked } from './window.ts';

interface MenuLine {
  readonly label: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
}
type Answer = (request: { readonly url: string }) => Promise<Response>;
type Handler = (event: unknown, input: unknown) => Promise<unknown>;

export class Note extends EventEmitter {
  readonly title: string;
  readonly body: string;
  readonly buttons: readonly string[];
  open = false;
  constructor(asked: {
    readonly title: string;
    readonly body: string;
    readonly actions: readonly { text: string }[];
  }) {
    super();
    this.title = asked.title;
    this.body = asked.body;
    this.buttons = asked.actions.map(({ text }) => text);
  }
  show(): void {
    this.open = true;
  }
  close(): void {
    this.open = false;
  }
  press(actionIndex: number): void {
    this.emit('action', { actionIndex });
  }
}

export interface StandIn {
  /** What `import … from 'electron'` finds. */
  readonly module: Readonly<Record<string, unknown>>;
  readonly app: EventEmitter;
  readonly power: EventEmitter & { idle: number };
  readonly windows: readonly StandInWindow[];
  readonly notes: readonly Note[];
  readonly opened: readonly string[];
  readonly keys: ReadonlyMap<string, () => void>;
  readonly tray: { readonly tooltip: string; readonly menu: readonly MenuLine[] };
  badge(): number;
  /** A page asks for an address of the served scheme. */
  answerPage(url: string): Promise<Response>;
  /** A message comes from a page; a channel nobody listens at is Electron's own refusal. */
  invoke(
    channel: string,
    input: unknown,
    from?: { readonly url: string; readonly topFrame: boolean },
  ): Promise<unknown>;
  permits(permission: string): boolean;
}

/** @param folder what the system gives the app for this person */
export function standIn(folder: string): StandIn {
  const windows: StandInWindow[] = [];
  const notes: Note[] = [];
  const opened: string[] = [];
  const keys = new Map<string, () => void>();
  const handlers = new Map<string, Handler>();
  const tray = { tooltip: '', menu: [] as readonly MenuLine[] };
  let badge = 0;
  let serve: Answer = () => Promise.reject(new Error('No pages are served.'));
  let permits = (_contents: unknown, _permission: string) => true;

  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    quit: () => app.emit('before-quit'),
    getLocale: () => 'en-GB',
    getVersion: () => '0.1.0',
    getPath: (name: string) => (name === 'exe' ? '/opt/Intray/intray' : folder),
    setBadgeCount(count: number) {
      badge = count;
    },
    setLoginItemSettings() {},
    setAsDefaultProtocolClient: () => true,
    setAppUserModelId() {},
  });
  const power = Object.assign(new EventEmitter(), { idle: 0, getSystemIdleTime: () => power.idle });
  class BrowserWindow extends StandInWindow {
    constructor(asked: WindowAsked) {
      super(asked);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  class Notification extends Note {
    override show(): void {
      super.show();
      notes.push(this);
    }
  }
  class Tray extends EventEmitter {
    setToolTip(text: string): void {
      tray.tooltip = text;
    }
    setTitle(): void {}
    setContextMenu(menu: readonly MenuLine[]): void {
      tray.menu = menu;
    }
  }
  // Not readable as it lies there, which is all that the tests look at.
  const turned = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

  return {
    app,
    power,
    windows,
    notes,
    opened,
    keys,
    tray,
    badge: () => badge,
    answerPage: (url) => serve({ url }),
    async invoke(channel, input, { url, topFrame } = { url: 'app://intray/index.html', topFrame: true }) {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const contents = windows[0]?.webContents;
      const senderFrame = { url };
      const sender = { id: contents?.id, mainFrame: topFrame ? senderFrame : { url } };
      return structuredClone(await handler({ sender, senderFrame }, structuredClone(input)));
    },
    permits: (permission) => permits({}, permission),
    module: {
      app,
      BrowserWindow,
      Notification,
      Tray,
      powerMonitor: power,
      globalShortcut: {
        register: (accelerator: string, pressed: () => void) => Boolean(keys.set(accelerator, pressed)),
        unregisterAll: () => keys.clear(),
      },
      ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
      Menu: { buildFromTemplate: (lines: readonly MenuLine[]) => lines },
      nativeImage: { createFromPath: (path: string) => ({ path }) },
      protocol: {
        registerSchemesAsPrivileged() {},
        handle(_scheme: string, answer: Answer) {
          serve = answer;
        },
      },
      safeStorage: {
        isEncryptionAvailable: () => true,
        getSelectedStorageBackend: () => 'gnome_libsecret',
        encryptString: (text: string) => turned(Buffer.from(text)),
        decryptString: (sealed: Uint8Array) => turned(sealed).toString(),
      },
      screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
      session: {
        defaultSession: {
          setPermissionRequestHandler() {},
          setPermissionCheckHandler(check: typeof permits) {
            permits = check;
          },
          setDevicePermissionHandler() {},
        },
      },
      shell: { openExternal: async (url: string) => void opened.push(url), beep() {}, showItemInFolder() {} },
    },
  };
}
