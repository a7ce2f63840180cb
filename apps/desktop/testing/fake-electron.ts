/** Stands in for Electron: what was asked of it is remembered, and what happens to it is made to happen by the test. */
import type {
  Bounds,
  DeskWindow,
  Electron,
  Guarded,
  MenuEntry,
  NotificationShown,
  PageAnswer,
  Sender,
  Timers,
} from '../src/main/facade.ts';
import { HOME } from '../src/main/pages.ts';

type Notify = Parameters<Electron['notify']>[0];

/** A clock that stands still until it is moved. */
export class HandTimers implements Timers {
  #now = 1_800_000_000_000;
  readonly #running = new Set<{ next: number; readonly ms: number; readonly run: () => void }>();

  now = () => this.#now;

  every(ms: number, run: () => void): () => void {
    const timer = { next: this.#now + ms, ms, run };
    this.#running.add(timer);
    return () => void this.#running.delete(timer);
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [due] = [...this.#running].filter(({ next }) => next <= end).sort((a, b) => a.next - b.next);
      if (due === undefined) break;
      this.#now = due.next;
      due.next += due.ms;
      due.run();
    }
    this.#now = end;
  }

  get running(): number {
    return this.#running.size;
  }
}

/** What a page may try, and what came of it. */
export class FakePage {
  allow: (url: string) => boolean = () => true;
  openWindow: (url: string) => void = () => undefined;
  webviews = true;
}

export interface FakeNote extends Notify {
  open: boolean;
}

export class FakeElectron implements Electron {
  first = true;
  sealable = true;
  idle = 0;
  areas: Bounds[] = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  args: string[] = ['intray'];
  takenKeys = new Set<string>();
  focused = true;
  shown = true;
  readonly done: string[] = [];
  readonly sent: { readonly channel: string; readonly message: unknown }[] = [];
  readonly notes: FakeNote[] = [];
  readonly opened: string[] = [];
  readonly pressed = new Map<string, () => void>();
  readonly looks: string[] = [];
  badge = 0;
  menu: readonly MenuEntry[] = [];
  tooltip = '';
  bounds: Bounds = { x: 10, y: 20, width: 900, height: 700 };
  attention = false;
  zoom = 1;
  marked: string | undefined;
  atLogin = false;
  permit: (permission: string) => boolean = () => true;
  answerPage: (url: string) => Promise<PageAnswer> = () => Promise.reject(new Error('No pages are served.'));
  askClose: () => 'close' | 'keep' = () => 'close';
  readonly #handlers = new Map<string, (sender: Sender, input: unknown) => Promise<unknown>>();
  readonly #listeners = new Map<string, ((value: never) => void)[]>();

  #on(name: string, listener: (value: never) => void): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  /** Makes something happen: `resume`, `lock`, `openUrl`, `secondInstance` and so on. */
  happen(name: string, value?: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(value as never);
  }

  get channels(): readonly string[] {
    return [...this.#handlers.keys()];
  }

  /** A message arrives at a channel; a channel nobody listens at is Electron's own refusal. */
  invoke(channel: string, input: unknown, sender: Partial<Sender> = {}): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) return Promise.reject(new Error(`No handler registered for '${channel}'`));
    return handler({ contents: 1, topFrame: true, url: HOME, ...sender }, input);
  }

  /** A page is opened, whichever way. */
  openPage(): FakePage {
    const page = new FakePage();
    const guarded: Guarded = {
      onNavigate: (allow) => {
        page.allow = allow;
      },
      onNewWindow: (wanted) => {
        page.openWindow = wanted;
      },
      forbidWebviews: () => {
        page.webviews = false;
      },
    };
    this.happen('guarded', guarded);
    return page;
  }

  readonly app: Electron['app'] = {
    takeSingleInstance: () => this.first,
    onSecondInstance: (listener) => this.#on('secondInstance', listener),
    onOpenUrl: (listener) => this.#on('openUrl', listener),
    onActivate: (listener) => this.#on('activate', listener),
    onGuarded: (listener) => this.#on('guarded', listener),
    whenReady: () => Promise.resolve(),
    quit: () => void this.done.push('quit'),
    argv: () => this.args,
    locale: () => 'en-GB',
    version: () => '0.1.0',
    setBadge: (count) => {
      this.badge = count;
    },
    openAtLogin: (on) => {
      this.atLogin = on;
    },
    handleLinks: (scheme) => void this.done.push(`links ${scheme}`),
    onQuit: (listener) => this.#on('quit', listener),
  };

  readonly pages: Electron['pages'] = {
    serve: (_scheme, answer) => {
      this.answerPage = answer;
    },
    decidePermissions: (allow) => {
      this.permit = allow;
    },
  };

  readonly ipc: Electron['ipc'] = {
    handle: (channel, answer) => void this.#handlers.set(channel, answer),
  };

  readonly keys: Electron['keys'] = {
    available: () => this.sealable,
    // Not readable as it lies there, which is all that the tests look at.
    seal: (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x5a)),
    unseal: (sealed) => Buffer.from([...sealed].map((byte) => byte ^ 0x5a)).toString(),
  };

  readonly shell: Electron['shell'] = {
    openExternal: async (url) => void this.opened.push(url),
    beep: () => void this.done.push('beep'),
    showFile: (path) => void this.done.push(`show ${path}`),
  };

  readonly power: Electron['power'] = {
    idleSeconds: () => this.idle,
    onSuspend: (listener) => this.#on('suspend', listener),
    onResume: (listener) => this.#on('resume', listener),
    onLock: (listener) => this.#on('lock', listener),
    onUnlock: (listener) => this.#on('unlock', listener),
  };

  readonly keyboard: Electron['keyboard'] = {
    register: (accelerator, pressed) => {
      if (this.takenKeys.has(accelerator)) return false;
      this.pressed.set(accelerator, pressed);
      return true;
    },
    unregisterAll: () => this.pressed.clear(),
  };

  readonly displays: Electron['displays'] = { workAreas: () => this.areas };

  readonly updates: Electron['updates'] = {
    look: async (address) => void this.looks.push(address),
  };

  openWindow(options: Parameters<Electron['openWindow']>[0]): DeskWindow {
    this.done.push(`window ${JSON.stringify(options.bounds)}`);
    return {
      contents: 1,
      load: async (url) => void this.done.push(`load ${url}`),
      send: (channel, message) => this.send(channel, message),
      show: () => {
        this.shown = true;
      },
      hide: () => {
        this.shown = false;
      },
      focus: () => void this.done.push('focus'),
      isFocused: () => this.focused,
      callAttention: (on) => {
        this.attention = on;
      },
      bounds: () => this.bounds,
      isMaximized: () => false,
      maximize: () => void this.done.push('maximize'),
      setZoom: (factor) => {
        this.zoom = factor;
      },
      mark: (words) => {
        this.marked = words;
      },
      onClose: (ask) => {
        this.askClose = ask;
      },
      onMoved: (listener) => this.#on('moved', listener),
      onFocus: (listener) => this.#on('focus', listener),
    };
  }

  /** What reaches the page. */
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }

  openTray(): ReturnType<Electron['openTray']> {
    return {
      show: ({ tooltip, menu }) => {
        this.tooltip = tooltip;
        this.menu = menu;
      },
      onClick: (listener) => this.#on('tray', listener),
    };
  }

  notify(note: Notify): NotificationShown {
    const shown: FakeNote = { ...note, open: true };
    this.notes.push(shown);
    return {
      close: () => {
        shown.open = false;
      },
    };
  }
}
