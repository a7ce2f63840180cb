/** A WebSocket whose wire is in the main process. Only what the client of the feed uses of it. */
import type { Bridge } from '../shared/bridge.ts';
import type { News } from '../shared/news.ts';

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;
/** What a browser says when a connection broke or was never made. */
const BROKEN = 1006;

let count = 0;

class BridgeSocket extends EventTarget {
  static readonly CONNECTING = CONNECTING;
  static readonly OPEN = OPEN;
  static readonly CLOSING = CLOSING;
  static readonly CLOSED = CLOSED;
  readonly #bridge: Bridge;
  readonly #socket: number;
  readonly #stop: () => void;
  readyState: number = CONNECTING;

  constructor(bridge: Bridge) {
    super();
    this.#bridge = bridge;
    count += 1;
    this.#socket = count;
    this.#stop = bridge.onNews((news) => this.#hear(news));
    void bridge.openSocket({ socket: this.#socket }).then((answer) => {
      if (!answer.ok) this.#end(BROKEN, answer.refusal.message);
    });
  }

  send(text: string): void {
    void this.#bridge.sendToSocket({ socket: this.#socket, text }).then((answer) => {
      if (!answer.ok) this.#end(BROKEN, answer.refusal.message);
    });
  }

  close(): void {
    if (this.readyState >= CLOSING) return;
    this.readyState = CLOSING;
    void this.#bridge.closeSocket({ socket: this.#socket }).then((answer) => {
      if (!answer.ok) this.#end(BROKEN, answer.refusal.message);
    });
  }

  #hear(news: News): void {
    if (!('socket' in news) || news.socket !== this.#socket) return;
    if (news.kind === 'socketOpened') {
      this.readyState = OPEN;
      this.dispatchEvent(new Event('open'));
    } else if (news.kind === 'socketMessage')
      this.dispatchEvent(new MessageEvent('message', { data: news.text }));
    else this.#end(news.code, news.reason);
  }

  #end(code: number, reason: string): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#stop();
    // As browsers do: who waits for the opening hears of its failure by this one alone.
    if (code === BROKEN) this.dispatchEvent(new Event('error'));
    this.dispatchEvent(new CloseEvent('close', { code, reason, wasClean: code !== BROKEN }));
  }
}

/** The constructor, as a client expects it. The address is not ours to choose: there is one server. */
export function bridgeSocket(bridge: Bridge): typeof globalThis.WebSocket {
  return class extends BridgeSocket {
    constructor() {
      super(bridge);
    }
  } as unknown as typeof globalThis.WebSocket;
}
