import { describe, expect, it } from 'vitest';
import { BadConfiguration, readConfig } from './config.ts';
import { genesysOptions } from './genesys-variables.ts';

const optionsOf = (environment: Record<string, string>) => genesysOptions(readConfig(environment).genesys);

function problemOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (cause) {
    if (cause instanceof BadConfiguration) return cause.message;
    throw cause;
  }
  throw new Error('The environment was accepted.');
}

const SUMMER = Date.parse('2026-07-01T12:00:00Z');
const WINTER = Date.parse('2026-01-01T12:00:00Z');

describe('the variables of the Genesys wire', () => {
  it('may all be absent: nothing is set, and the wire is as it is documented', () => {
    expect(readConfig({}).genesys).toEqual({});
    expect(optionsOf({ INTRAY_GENESYS_TENANT: '' })).toEqual({});
  });

  it('become the options of the server', () => {
    expect(
      optionsOf({
        INTRAY_GENESYS_FEATURES: 'api-multimedia, api-voice,api-voice',
        INTRAY_GENESYS_CORS_ORIGINS: 'https://desk.example.com,http://localhost:3000',
        INTRAY_GENESYS_CORS_HEADERS: 'Content-Type,X-CSRF-TOKEN',
        INTRAY_GENESYS_CORS_TTL: '0',
        INTRAY_GENESYS_CSRF_PROTECTION: '0',
        INTRAY_GENESYS_NOTIFICATION_ON_PULL_CHAT: '1',
        INTRAY_GENESYS_JOIN_ON_PULL_CHAT: '0',
        INTRAY_GENESYS_TENANT: 'Québec',
        INTRAY_GENESYS_STRATEGY_DBID: '197',
        INTRAY_GENESYS_COMETD_TIMEOUT: '25',
        INTRAY_GENESYS_COMETD_MAX_INTERVAL: '60',
      }),
    ).toEqual({
      features: ['api-multimedia', 'api-voice'],
      crossOrigin: {
        allowedOrigins: ['https://desk.example.com', 'http://localhost:3000'],
        allowedHeaders: ['Content-Type', 'X-CSRF-TOKEN'],
        cacheTimeToLive: 0,
      },
      enableCsrfProtection: false,
      enableNotificationOnPullChat: true,
      enableJoinOnPullChat: false,
      tenant: 'Québec',
      strategyDbid: '197',
      cometd: { timeout: 25_000, maxInterval: 60_000 },
    });
  });

  it('leave each setting beside them as it is', () => {
    expect(optionsOf({ INTRAY_GENESYS_COMETD_TIMEOUT: '5' })).toEqual({ cometd: { timeout: 5_000 } });
    expect(optionsOf({ INTRAY_GENESYS_CORS_ORIGINS: 'https://desk.example.com' })).toEqual({
      crossOrigin: { allowedOrigins: ['https://desk.example.com'] },
    });
  });

  it('switch every feature off with a word, because an empty variable counts as absent', () => {
    expect(optionsOf({ INTRAY_GENESYS_FEATURES: 'none' })).toEqual({ features: [] });
    expect(optionsOf({ INTRAY_GENESYS_FEATURES: '' })).toEqual({});
  });

  it.each([
    ['Europe/Berlin', 120, 60],
    ['America/St_Johns', -150, -210],
    ['+02:00', 120, 120],
    ['-0730', -450, -450],
    ['+14', 840, 840],
    ['UTC', 0, 0],
  ])(
    'give the distance from UTC in the zone %s: %i minutes in July, %i in January',
    (zone, july, january) => {
      const { utcOffset } = optionsOf({ INTRAY_GENESYS_TIME_ZONE: zone });
      expect([utcOffset?.(SUMMER), utcOffset?.(WINTER)]).toEqual([july, january]);
    },
  );

  it.each([
    ['INTRAY_GENESYS_FEATURES', 'api-multimedia,,'],
    ['INTRAY_GENESYS_FEATURES', 'None of them'],
    ['INTRAY_GENESYS_CORS_ORIGINS', '*'],
    ['INTRAY_GENESYS_CORS_ORIGINS', 'desk.example.com'],
    ['INTRAY_GENESYS_CORS_ORIGINS', 'https://desk.example.com/app'],
    ['INTRAY_GENESYS_CORS_ORIGINS', 'https://desk.example.com/'],
    ['INTRAY_GENESYS_CORS_ORIGINS', 'https://desk.example.com:443'],
    ['INTRAY_GENESYS_CORS_ORIGINS', 'null'],
    ['INTRAY_GENESYS_CORS_ORIGINS', 'ftp://desk.example.com'],
    ['INTRAY_GENESYS_CORS_HEADERS', 'X-One, X Two'],
    ['INTRAY_GENESYS_CORS_HEADERS', 'X-One\r\nSet-Cookie: a=b'],
    ['INTRAY_GENESYS_CORS_TTL', '-1'],
    ['INTRAY_GENESYS_CORS_TTL', '86401'],
    ['INTRAY_GENESYS_CORS_TTL', '1.5'],
    ['INTRAY_GENESYS_CSRF_PROTECTION', 'false'],
    ['INTRAY_GENESYS_NOTIFICATION_ON_PULL_CHAT', 'true'],
    ['INTRAY_GENESYS_JOIN_ON_PULL_CHAT', 'on'],
    ['INTRAY_GENESYS_TENANT', 'a\nb'],
    ['INTRAY_GENESYS_STRATEGY_DBID', 'first'],
    ['INTRAY_GENESYS_TIME_ZONE', 'Europe/Nowhere'],
    ['INTRAY_GENESYS_TIME_ZONE', '+15:00'],
    ['INTRAY_GENESYS_TIME_ZONE', '+01:75'],
    ['INTRAY_GENESYS_TIME_ZONE', '120'],
    ['INTRAY_GENESYS_COMETD_TIMEOUT', '0'],
    ['INTRAY_GENESYS_COMETD_TIMEOUT', '30000'],
    ['INTRAY_GENESYS_COMETD_MAX_INTERVAL', '1h'],
  ])('%s=%j stops the start: names it, what was expected, what came, what to do', (name, value) => {
    const problem = problemOf({ INTRAY_GENESYS_CORS_ORIGINS: 'https://desk.example.com', [name]: value });
    expect(problem).toMatch(new RegExp(`^${name}: expected .+`));
    expect(problem).toContain(`"${value}"`);
    expect(problem).toContain(`unset ${name}`);
  });

  it.each([
    ['INTRAY_GENESYS_CORS_HEADERS', 'X-One'],
    ['INTRAY_GENESYS_CORS_TTL', '60'],
  ])('do not let %s pass for permission: without origins nobody is allowed', (name, value) => {
    expect(problemOf({ [name]: value })).toMatch(
      new RegExp(`^INTRAY_GENESYS_CORS_ORIGINS: expected to be set together with ${name}, .+unset ${name}`),
    );
  });

  it('are recognised when they are mistyped', () => {
    expect(readConfig({ INTRAY_GENESYS_TENNANT: 'x' }).warnings).toEqual([
      expect.stringContaining('Did you mean INTRAY_GENESYS_TENANT?'),
    ]);
  });
});
