/** What a server is made of. */
import type { Accounts, Desk, NodeConnections } from '@intray/core';
import type { GenesysOptions } from '../genesys/options.ts';
import type { AttemptLimits } from '../signin/attempts.ts';
import type { CookieSettings } from '../signin/cookies.ts';
import type { Clock } from '../wire/clock.ts';
import type { Log } from '../wire/log.ts';
import type { MetricsSource } from './metrics.ts';

export interface ServerOptions {
  readonly desk: Desk;
  readonly accounts: Accounts;
  /** Answers an id that was never given out: 16 upper-case letters and digits. */
  readonly newInteractionId: () => string;
  readonly log: Log;
  /** Counters of the engine and the like, read whenever `/metrics` is. */
  readonly metrics?: MetricsSource;
  /** Is handed, once, the way to ask who is connected. */
  readonly onConnections?: (connections: () => NodeConnections) => void;
  /** The contact centre is the demo, whose passwords everybody knows: `/healthz` says so, and the sign-in page with it. */
  readonly demo?: boolean;
  /** The address people type. With `https:` cookies are `Secure` and browsers are told to stay on TLS. */
  readonly publicUrl?: string;
  /** Whose `X-Forwarded-For` is believed: nobody's, everybody's, or that of these addresses (comma-separated). */
  readonly trustProxy?: boolean | string;
  readonly cookie?: Partial<CookieSettings>;
  readonly clock?: Clock;
  /** CSP hashes (`sha256-…`, without quotes) of the inline scripts in the pages that are served. */
  readonly scriptHashes?: readonly string[];
  /** Further origins that may open a WebSocket and sign in, such as `app://intray` of the desktop app. */
  readonly allowedOrigins?: readonly string[];
  readonly attempts?: AttemptLimits;
  /** The wire that clients of Genesys Web Services speak, at `/api/v2`. */
  readonly genesys?: GenesysOptions;
  /** How often open WebSockets are checked against their login, in milliseconds. */
  readonly loginCheckEvery?: number;
  /** How often a silent WebSocket is asked whether its peer lives, in milliseconds. */
  readonly pingEvery?: number;
}
