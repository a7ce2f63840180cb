/**
 * What the main process needs of Electron, by our own names. Everything is written against this; only `electron.ts`
 * binds it to Electron itself. So all of it runs in plain Node, and a change in Electron is met in one file.
 */

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Who sent a message over IPC. */
export interface Sender {
  /** The web contents it came from. */
  readonly contents: number;
  /** Not from a frame inside the page. */
  readonly topFrame: boolean;
  readonly url: string;
}

export interface DeskWindow {
  readonly contents: number;
  load(url: string): Promise<void>;
  send(channel: string, message: unknown): void;
  show(): void;
  hide(): void;
  focus(): void;
  isFocused(): boolean;
  /** Blinks in the taskbar, or bounces in the dock, until it is looked at. */
  callAttention(on: boolean): void;
  bounds(): Bounds;
  isMaximized(): boolean;
  maximize(): void;
  setZoom(factor: number): void;
  /** A mark on the icon in the taskbar with words for it, where the system has such marks; `undefined` takes it away. */
  mark(words: string | undefined): void;
  /** `close` is asked before the window closes; answering `keep` keeps it. */
  onClose(ask: () => 'close' | 'keep'): void;
  onMoved(listener: () => void): void;
  onFocus(listener: () => void): void;
}

export interface WindowOptions {
  readonly bounds: Partial<Bounds> & { readonly width: number; readonly height: number };
  readonly title: string;
  readonly preload: string;
}

/** A page that Electron has opened, whichever: what it may do is decided here. */
export interface Guarded {
  /** @param allow whether it may go there */
  onNavigate(allow: (url: string) => boolean): void;
  /** A page asks for a new window: there is none; what is to be done with the address is the listener's business. */
  onNewWindow(wanted: (url: string) => void): void;
  forbidWebviews(): void;
}

export interface MenuEntry {
  readonly label: string;
  readonly checked?: boolean;
  readonly enabled?: boolean;
  readonly onClick?: () => void;
}

export interface TrayIcon {
  show(state: {
    readonly tooltip: string;
    readonly badge: number;
    readonly menu: readonly MenuEntry[];
  }): void;
  onClick(listener: () => void): void;
}

export interface NotificationShown {
  close(): void;
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Electron {
  readonly app: {
    /** `false`: another one is running, and has been told. */
    takeSingleInstance(): boolean;
    onSecondInstance(listener: (argv: readonly string[]) => void): void;
    onOpenUrl(listener: (url: string) => void): void;
    onActivate(listener: () => void): void;
    onGuarded(listener: (page: Guarded) => void): void;
    whenReady(): Promise<void>;
    quit(): void;
    argv(): readonly string[];
    locale(): string;
    version(): string;
    setBadge(count: number): void;
    openAtLogin(on: boolean): void;
    handleLinks(scheme: string): void;
    onQuit(listener: () => void): void;
  };
  readonly pages: {
    /** Answers requests of pages for `scheme://…`. */
    serve(scheme: string, answer: (url: string) => Promise<PageAnswer>): void;
    /** What pages may do with the computer: camera, clipboard, place and so on. */
    decidePermissions(allow: (permission: string) => boolean): void;
  };
  readonly ipc: {
    handle(channel: string, answer: (sender: Sender, input: unknown) => Promise<unknown>): void;
  };
  /** The system's key store. */
  readonly keys: {
    available(): boolean;
    seal(text: string): Uint8Array;
    /** @throws Error when it was sealed elsewhere */
    unseal(sealed: Uint8Array): string;
  };
  readonly shell: { openExternal(url: string): Promise<void>; beep(): void; showFile(path: string): void };
  readonly power: {
    idleSeconds(): number;
    onSuspend(listener: () => void): void;
    onResume(listener: () => void): void;
    onLock(listener: () => void): void;
    onUnlock(listener: () => void): void;
  };
  readonly keyboard: {
    /** `false`: another program has these keys. */
    register(accelerator: string, pressed: () => void): boolean;
    unregisterAll(): void;
  };
  readonly displays: { workAreas(): readonly Bounds[] };
  openWindow(options: WindowOptions): DeskWindow;
  openTray(): TrayIcon;
  notify(note: {
    readonly title: string;
    readonly body: string;
    readonly buttons: readonly string[];
    readonly onClick: () => void;
    readonly onButton: (index: number) => void;
  }): NotificationShown;
  readonly updates: {
    /** Looks for a new version at the address and fetches it; it is put in place when the desk is next closed. */
    look(address: string): Promise<void>;
  };
}

/** Time, handed in: tests move it by hand. */
export interface Timers {
  now(): number;
  /** @returns stops it */
  every(ms: number, run: () => void): () => void;
}
