/** The variables of the Genesys wire, and the options of the server that they become. */
import type { CorsSettings, GenesysOptions } from '@intray/api';
import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { z } from 'zod';
import { listOf, onOrOff, type ValuesOf, type Variable, wholeNumber } from './variable.ts';

/** `https://desk.example`: what browsers send as `Origin`, so that comparing the two needs no interpretation. */
const Origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text.toLowerCase(),
  )
  .transform((text) => text.toLowerCase());

/** Of a header, as HTTP defines it. */
const HeaderName = z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/);

const ZONE = 'the name of a time zone, such as Europe/Berlin, or a distance from UTC, such as +02:00';

/** A zone by its name, or by its distance from UTC. */
function zoneOf(text: string): Zone | undefined {
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
  if (sign !== undefined) {
    const distance = Number(hours) * 60 + Number(minutes);
    const most = 14 * 60;
    return distance > most || Number(minutes) > 59
      ? undefined
      : FixedOffsetZone.instance(sign === '-' ? -distance : distance);
  }
  return IANAZone.isValidZone(text) ? IANAZone.create(text) : undefined;
}

export const GENESYS_VARIABLES = {
  INTRAY_GENESYS_FEATURES: {
    schema: z.union([
      z.literal('none').transform((): string[] => []),
      listOf(z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/)),
    ]),
    expected: 'features such as api-multimedia, separated by commas, or none',
  },
  INTRAY_GENESYS_CORS_ORIGINS: {
    schema: listOf(Origin),
    expected:
      'origins of pages that may call, such as https://desk.example.com (no path, no *), separated by commas',
  },
  INTRAY_GENESYS_CORS_HEADERS: {
    schema: listOf(HeaderName),
    expected: 'names of headers that such pages may send, separated by commas',
  },
  INTRAY_GENESYS_CORS_TTL: {
    schema: wholeNumber(0, 86_400),
    expected: 'for how many seconds (0 to 86400) a browser may remember what is allowed',
  },
  INTRAY_GENESYS_CSRF_PROTECTION: {
    schema: onOrOff,
    expected: '1 or 0 (whether changes by cookie need the token)',
  },
  INTRAY_GENESYS_NOTIFICATION_ON_PULL_CHAT: {
    schema: onOrOff,
    expected: '1 or 0 (PullChat also needs INTRAY_GENESYS_JOIN_ON_PULL_CHAT)',
  },
  INTRAY_GENESYS_JOIN_ON_PULL_CHAT: {
    schema: onOrOff,
    expected: '1 or 0 (PullChat also needs INTRAY_GENESYS_NOTIFICATION_ON_PULL_CHAT)',
  },
  INTRAY_GENESYS_TENANT: {
    schema: z.string().regex(/^[^\p{Cc}\p{Cs}]{1,255}$/u),
    expected: 'the name of a tenant, written as RTenant, of at most 255 characters',
  },
  INTRAY_GENESYS_STRATEGY_DBID: {
    schema: z.string().regex(/^\d{1,18}$/),
    expected: 'the number of a strategy, written as RStrategyDBID',
  },
  INTRAY_GENESYS_TIME_ZONE: {
    schema: z.string().refine((text) => zoneOf(text) !== undefined),
    expected: ZONE,
  },
  INTRAY_GENESYS_COMETD_TIMEOUT: {
    schema: wholeNumber(1, 300),
    expected: 'for how many seconds (1 to 300) a CometD poll waits for messages',
  },
  INTRAY_GENESYS_COMETD_MAX_INTERVAL: {
    schema: wholeNumber(1, 3_600),
    expected: 'after how many seconds (1 to 3600) without a poll a CometD session ends',
  },
} as const satisfies Record<string, Variable<unknown>>;

export type GenesysValues = ValuesOf<typeof GENESYS_VARIABLES>;

/** What the operator set of the Genesys wire; what is left out stays as `docs/genesys.md` says. */
export type GenesysSettings = Omit<GenesysOptions, 'utcOffset'> & { readonly timeZone?: string };

const set = <T>(value: T | undefined, fields: (value: T) => GenesysSettings): GenesysSettings =>
  value === undefined ? {} : fields(value);

const milliseconds = (seconds: number): number => seconds * 1_000;

function crossOrigin(values: GenesysValues): CorsSettings | undefined {
  const allowedOrigins = values.INTRAY_GENESYS_CORS_ORIGINS;
  if (allowedOrigins === undefined) return undefined;
  const allowedHeaders = values.INTRAY_GENESYS_CORS_HEADERS;
  const cacheTimeToLive = values.INTRAY_GENESYS_CORS_TTL;
  return {
    allowedOrigins,
    ...(allowedHeaders === undefined ? {} : { allowedHeaders }),
    ...(cacheTimeToLive === undefined ? {} : { cacheTimeToLive }),
  };
}

function cometd(values: GenesysValues): GenesysOptions['cometd'] {
  const timeout = values.INTRAY_GENESYS_COMETD_TIMEOUT;
  const maxInterval = values.INTRAY_GENESYS_COMETD_MAX_INTERVAL;
  if (timeout === undefined && maxInterval === undefined) return undefined;
  return {
    ...(timeout === undefined ? {} : { timeout: milliseconds(timeout) }),
    ...(maxInterval === undefined ? {} : { maxInterval: milliseconds(maxInterval) }),
  };
}

/** Puts the variables together as settings. */
export const genesysSettings = (values: GenesysValues): GenesysSettings => ({
  ...set(values.INTRAY_GENESYS_FEATURES, (features) => ({ features })),
  ...set(values.INTRAY_GENESYS_NOTIFICATION_ON_PULL_CHAT, (on) => ({ enableNotificationOnPullChat: on })),
  ...set(values.INTRAY_GENESYS_JOIN_ON_PULL_CHAT, (on) => ({ enableJoinOnPullChat: on })),
  ...set(values.INTRAY_GENESYS_CSRF_PROTECTION, (on) => ({ enableCsrfProtection: on })),
  ...set(values.INTRAY_GENESYS_TENANT, (tenant) => ({ tenant })),
  ...set(values.INTRAY_GENESYS_STRATEGY_DBID, (strategyDbid) => ({ strategyDbid })),
  ...set(values.INTRAY_GENESYS_TIME_ZONE, (timeZone) => ({ timeZone })),
  ...set(crossOrigin(values), (settings) => ({ crossOrigin: settings })),
  ...set(cometd(values), (settings) => ({ cometd: settings })),
});

/** Each on its own is sound, and together they do not do what whoever set them expects. */
export function genesysProblems(values: GenesysValues): readonly string[] {
  const orphans = (['INTRAY_GENESYS_CORS_HEADERS', 'INTRAY_GENESYS_CORS_TTL'] as const).filter(
    (name) => values[name] !== undefined && values.INTRAY_GENESYS_CORS_ORIGINS === undefined,
  );
  return orphans.map(
    (name) =>
      `INTRAY_GENESYS_CORS_ORIGINS: expected to be set together with ${name}, but it is not set, so no page of ` +
      `another origin may call at all. Set it, or unset ${name}, and start again.`,
  );
}

/** The options of the server. */
export function genesysOptions({ timeZone, ...options }: GenesysSettings): GenesysOptions {
  const zone = timeZone === undefined ? undefined : zoneOf(timeZone);
  return zone === undefined ? options : { ...options, utcOffset: (at) => zone.offset(at) };
}
