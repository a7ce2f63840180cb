/**
 * One batch of Bayeux messages as the CometD server takes it: it knows requests and responses only, so a batch from a
 * socket is given to it as a request, and what it responds goes back to the socket.
 */
import { EventEmitter } from 'node:events';

/** What the CometD server reads of a request. */
export interface CarriedRequest {
  readonly method: 'POST';
  readonly headers: { readonly cookie: string };
  readonly body: readonly object[];
}

/** What it writes a response to. Emits `finish` once the content has been handed over, as an HTTP response does. */
export class CarriedResponse extends EventEmitter {
  statusCode = 200;
  /** The server looks here before it empties a session's queue into a connection that is gone. */
  readonly socket: { readonly destroyed: boolean };
  readonly #sent: (statusCode: number, content: string) => void;

  constructor(socket: { readonly destroyed: boolean }, sent: (statusCode: number, content: string) => void) {
    super();
    this.socket = socket;
    this.#sent = sent;
  }

  /** Cookies mean nothing here: a session is found by its id alone. */
  setHeader(): void {}

  end(content = ''): void {
    this.#sent(this.statusCode, content);
    // The session's life is counted from here on, so it must not be forgotten when nobody is left to read.
    queueMicrotask(() => this.emit('finish'));
  }
}
