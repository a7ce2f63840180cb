/** What a procedure is handed. No wire shows here, so that a screen can read the router's types without a server. */
import type { Actor, Desk } from '@intray/core';

/** The WebSocket that a subscription runs over. */
export interface Stream {
  /** Takes one of the connection's places for a subscription; `false` when all are taken. */
  take(): boolean;
  give(): void;
  /** Resolves when the peer has read enough that more may be sent. A slow reader is waited for, never buffered for. */
  drained(): Promise<void>;
}

export interface Context {
  readonly desk: Desk;
  /** Finds the log line of a failure. */
  readonly requestId: string;
  /** `undefined`: nobody is signed in. */
  readonly actor: (Actor & { readonly kind: 'user' }) | undefined;
  /** The request was sent by our own page, not by a foreign one riding on the cookie. */
  readonly mayChange: boolean;
  /** Only over a WebSocket. */
  readonly stream: Stream | undefined;
}
