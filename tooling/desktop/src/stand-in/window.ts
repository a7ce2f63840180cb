/** Windows and their pages as Electron names them: what was asked of them is remembered, what happens comes by the test. */
import { EventEmitter } from 'node:events';

type Leaving = 'will-navigate' | 'will-redirect' | 'will-frame-navigate';
interface Frame {
  readonly url: string;
}

/** A page. What it is told, it gets as a clone. */
export class Contents extends EventEmitter {
  static #count = 0;
  readonly id = ++Contents.#count;
  /** The page's own frame; replaced with each message by the one that the message comes from. */
  mainFrame: Frame = { url: '' };
  hear: (channel: string, message: unknown) => void = () => undefined;
  zoom = 1;
  #open: (wanted: { readonly url: string }) => { readonly action: string } = () => ({ action: 'allow' });

  send(channel: string, message: unknown): void {
    this.hear(channel, structuredClone(message));
  }
  setZoomFactor(factor: number): void {
    this.zoom = factor;
  }
  setWindowOpenHandler(open: (wanted: { readonly url: string }) => { readonly action: string }): void {
    this.#open = open;
  }

  /** Whether a page that wants a window gets one. */
  mayOpen(url: string): boolean {
    return this.#open({ url }).action !== 'deny';
  }
  /** Whether it may go there; it may unless somebody who listens prevents it. */
  mayGo(url: string, how: Leaving = 'will-navigate'): boolean {
    let prevented = false;
    this.emit(how, {
      url,
      preventDefault() {
        prevented = true;
      },
    });
    return !prevented;
  }
  /** Whether it may hold a page of somebody else. */
  mayAttachWebview(): boolean {
    let prevented = false;
    this.emit('will-attach-webview', {
      preventDefault() {
        prevented = true;
      },
    });
    return !prevented;
  }
}

export interface WindowAsked {
  readonly width: number;
  readonly height: number;
  readonly webPreferences: Readonly<Record<string, unknown>>;
}

/** A window. */
export class StandInWindow extends EventEmitter {
  readonly webContents = new Contents();
  readonly asked: WindowAsked;
  address = '';
  shown = true;
  focused = true;
  attention = false;
  overlay: string | null = null;

  constructor(asked: WindowAsked) {
    super();
    this.asked = asked;
  }
  async loadURL(url: string): Promise<void> {
    this.address = url;
  }
  show(): void {
    this.shown = true;
  }
  hide(): void {
    this.shown = false;
  }
  focus(): void {
    this.focused = true;
  }
  isFocused(): boolean {
    return this.focused;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  maximize(): void {}
  isMaximized(): boolean {
    return false;
  }
  flashFrame(on: boolean): void {
    this.attention = on;
  }
  getNormalBounds() {
    const { width, height } = this.asked;
    return { x: 0, y: 0, width, height };
  }
  setOverlayIcon(icon: unknown, description: string): void {
    this.overlay = icon === null ? null : description;
  }
}
