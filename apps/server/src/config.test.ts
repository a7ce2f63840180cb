import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadConfiguration, readConfig, VARIABLE_NAMES } from './config.ts';

const problemOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (cause) {
    if (cause instanceof BadConfiguration) return cause.message;
    throw cause;
  }
  throw new Error('The environment was accepted.');
};

describe('the environment', () => {
  it('may be empty: port 8080, this machine only, embedded database, data beside the code, no demo', () => {
    expect(readConfig({ INIT_CWD: '/somewhere' })).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: resolve(import.meta.dirname, '../../../data'),
      publicUrl: undefined,
      trustedProxies: undefined,
      demo: false,
      demoSamples: false,
      logLevel: undefined,
      webDir: resolve(import.meta.dirname, '../../web/out'),
      importPassword: undefined,
      genesys: {},
      startedIn: '/somewhere',
      warnings: [],
    });
  });

  it('is read whole', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgresql://intray:secret@db/intray',
      INTRAY_DATA_DIR: 'var',
      INTRAY_PUBLIC_URL: 'https://intray.example.com/',
      INTRAY_DEMO: '0',
      INTRAY_LOG: 'debug',
      INTRAY_WEB_DIR: '/srv/web',
      INIT_CWD: '/work-place',
    });
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgresql://intray:secret@db/intray',
      dataDir: '/work-place/var',
      publicUrl: 'https://intray.example.com',
      demo: false,
      logLevel: 'debug',
      webDir: '/srv/web',
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['HOST', 'my host'],
    ['INTRAY_PUBLIC_URL', 'intray.example.com'],
    ['INTRAY_PUBLIC_URL', 'ftp://intray.example.com'],
    ['INTRAY_TRUSTED_PROXIES', 'my proxy'],
    ['INTRAY_DEMO', 'yes'],
    ['INTRAY_DEMO_SAMPLES', 'no'],
    ['INTRAY_LOG', 'loud'],
  ])('%s=%s stops the start: names it, what was expected, what came, what to do', (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toMatch(new RegExp(`^${name}: expected .+`));
    expect(problem).toContain(`"${value}"`);
    expect(problem).toContain(`unset ${name}`);
  });

  it('with a bad DATABASE_URL names it, but never shows what may be a password', () => {
    const problem = problemOf({ DATABASE_URL: 'mysql://root:hunter2@db/intray' });
    expect(problem).toMatch(/^DATABASE_URL: expected the address of a PostgreSQL database/);
    expect(problem).not.toContain('hunter2');
  });

  it('names every bad variable at once', () => {
    expect(problemOf({ PORT: 'x', INTRAY_DEMO: 'x' }).split('\n')).toHaveLength(2);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
  });

  it('warns of a variable that nobody reads, with what was probably meant', () => {
    const { warnings } = readConfig({ INTRAY_DATADIR: '/x', INTRAY_ZZZZZZZZ: '1', OTHER: '1' });
    expect(warnings).toEqual([
      'INTRAY_DATADIR is set, but Intray does not read a variable of that name. Did you mean INTRAY_DATA_DIR?',
      'INTRAY_ZZZZZZZZ is set, but Intray does not read a variable of that name. Remove it.',
    ]);
  });
});

it.each(VARIABLE_NAMES)('%s is documented', async (name) => {
  const page = await readFile(resolve(import.meta.dirname, '../../../docs/configuration.md'), 'utf8');
  expect(page).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'));
});

describe('the demo, whose password everybody knows', () => {
  it.each(['127.0.0.1', 'localhost', '::1', '[::1]', '127.8.8.8', '::ffff:127.0.0.1'])(
    'may listen on %s',
    (HOST) => {
      expect(readConfig({ INTRAY_DEMO: '1', HOST }).demo).toBe(true);
    },
  );

  it.each(['0.0.0.0', '::', '192.168.1.5', 'intray.example.com', '127.0.0.1.example.com', '::ffff:10.0.0.1'])(
    'may not listen on %s',
    (HOST) => {
      expect(problemOf({ INTRAY_DEMO: '1', HOST })).toMatch(/^HOST: expected a loopback address/);
    },
  );

  it('may not be published by a proxy', () => {
    const problem = problemOf({ INTRAY_DEMO: '1', INTRAY_PUBLIC_URL: 'https://demo.example.com' });
    expect(problem).toMatch(/^INTRAY_PUBLIC_URL: /);
    expect(readConfig({ INTRAY_DEMO: '1', INTRAY_PUBLIC_URL: 'http://localhost:9000' }).demo).toBe(true);
  });
});
