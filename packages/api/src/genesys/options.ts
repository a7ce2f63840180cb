/** What an operator may set about the Genesys wire. Every setting has the value that existing clients expect. */

export interface CorsSettings {
  /** Origins whose pages may call with the visitor's cookies. `*` is not one: it would let in every page. */
  readonly allowedOrigins: readonly string[];
  readonly allowedHeaders?: readonly string[];
  /** How long a browser may remember the answer, in seconds. */
  readonly cacheTimeToLive?: number;
}

export interface GenesysOptions {
  /** Written as `RTenant`. */
  readonly tenant?: string;
  /** Written as `RStrategyDBID`. Intray's router has no such number. */
  readonly strategyDbid?: string;
  /** The server's distance from UTC at a moment, in minutes east: for `receivedDate`. */
  readonly utcOffset?: (at: number) => number;
  /** What is switched on. Without `api-multimedia` everything about interactions answers statusCode 3. */
  readonly features?: readonly string[];
  /** `PullChat` needs both. */
  readonly enableNotificationOnPullChat?: boolean;
  readonly enableJoinOnPullChat?: boolean;
  /** Changes by cookie need `X-CSRF-TOKEN`. */
  readonly enableCsrfProtection?: boolean;
  readonly crossOrigin?: CorsSettings;
  /** How long a silent CometD session lives, in milliseconds: how long a poll waits, and how late the next may be. */
  readonly cometd?: { readonly timeout?: number; readonly maxInterval?: number };
}

export type Settled = Required<Omit<GenesysOptions, 'crossOrigin' | 'cometd'>> &
  Pick<GenesysOptions, 'crossOrigin' | 'cometd'>;

/** Fills in what was left out. */
export const settled = (options: GenesysOptions = {}): Settled => ({
  tenant: 'Environment',
  strategyDbid: '',
  utcOffset: (at) => -new Date(at).getTimezoneOffset(),
  features: ['api-multimedia'],
  enableNotificationOnPullChat: false,
  enableJoinOnPullChat: false,
  enableCsrfProtection: true,
  ...options,
});
