/**
 * The environment, read here and nowhere else, once, by a schema. A bad value stops the start: a typo that silently
 * becomes a default is found by the people who call on Monday morning.
 */
import { join, resolve } from 'node:path';
import { nearest } from '@intray/core';
import { z } from 'zod';
import {
  GENESYS_VARIABLES,
  type GenesysSettings,
  genesysProblems,
  genesysSettings,
} from './genesys-variables.ts';
import { isLoopback } from './loopback.ts';
import { onOrOff, type ValuesOf, type Variable, wholeNumber } from './variable.ts';

/** The root of the repository, three folders up from here. */
const ROOT = resolve(import.meta.dirname, '..', '..', '..');

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

const VARIABLES = {
  PORT: {
    schema: wholeNumber(0, 65_535),
    expected: 'a port number from 0 (any free one) to 65535',
  },
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:[\]_-]+$/),
    expected: 'an address to listen on, such as 127.0.0.1 (this machine only) or 0.0.0.0 (the whole network)',
  },
  DATABASE_URL: {
    schema: url('postgres:', 'postgresql:'),
    expected: 'the address of a PostgreSQL database, postgresql://user:password@host:5432/database',
    secret: true,
  },
  INTRAY_DATA_DIR: { schema: z.string().min(1), expected: 'a folder for everything that is kept on disk' },
  INTRAY_PUBLIC_URL: {
    schema: url('http:', 'https:'),
    expected: 'the address by which people reach Intray, such as https://intray.example.com',
  },
  INTRAY_TRUSTED_PROXIES: {
    schema: z.string().regex(/^[0-9a-fA-F.:/]+(\s*,\s*[0-9a-fA-F.:/]+)*$/),
    expected:
      'the addresses of the proxies in front of Intray, such as 10.0.0.7 or 10.0.0.0/8, separated by commas',
  },
  INTRAY_DEMO: { schema: onOrOff, expected: '1 or 0' },
  INTRAY_DEMO_SAMPLES: {
    schema: onOrOff,
    expected: '1 or 0 (a demo with or without sample interactions)',
  },
  INTRAY_LOG: { schema: z.enum(LOG_LEVELS), expected: `one of ${LOG_LEVELS.join(', ')}` },
  INTRAY_WEB_DIR: { schema: z.string().min(1), expected: 'the folder of the built web desk' },
  INTRAY_IMPORT_PASSWORD: { schema: z.string().min(1), expected: 'a password', secret: true },
  ...GENESYS_VARIABLES,
} as const satisfies Record<string, Variable<unknown>>;

/** Everything that is read. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(VARIABLES);

type VariableName = keyof typeof VARIABLES;
type Values = ValuesOf<typeof VARIABLES>;

/** Where and how this process runs. Folders are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded database in `dataDir`. Holds a password. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** By which people reach the server; absent: whatever address it turns out to listen on. */
  readonly publicUrl: string | undefined;
  /** Whose word about where a request comes from is believed; absent: nobody's. */
  readonly trustedProxies: string | undefined;
  readonly demo: boolean;
  /** Whether the demo begins with some work in its queue. */
  readonly demoSamples: boolean;
  /** Absent: `warn` on a terminal, `info` elsewhere. */
  readonly logLevel: LogLevel | undefined;
  readonly webDir: string;
  readonly importPassword: string | undefined;
  /** What the operator set of the wire below `/api/v2`. */
  readonly genesys: GenesysSettings;
  /** Where relative paths on the command line start: `npm run` changes the folder before it starts us. */
  readonly startedIn: string;
  /** Things to tell the operator, such as a variable that nobody reads. */
  readonly warnings: readonly string[];
}

/** The environment cannot be used. The message names every bad variable, what was expected, what came, what to do. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

/**
 * Reads the environment.
 * @throws BadConfiguration
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const { values, problems } = parse(environment);
  const startedIn = environment.INIT_CWD ?? process.cwd();
  const demo = values.INTRAY_DEMO ?? false;
  const host = values.HOST ?? '127.0.0.1';
  problems.push(...demoProblems(demo, host, values.INTRAY_PUBLIC_URL), ...genesysProblems(values));
  if (problems.length > 0) throw new BadConfiguration(problems.join('\n'));
  return {
    port: values.PORT ?? 8080,
    host,
    databaseUrl: values.DATABASE_URL,
    dataDir: resolve(startedIn, values.INTRAY_DATA_DIR ?? join(ROOT, 'data')),
    publicUrl: values.INTRAY_PUBLIC_URL?.replace(/\/+$/, ''),
    trustedProxies: values.INTRAY_TRUSTED_PROXIES,
    demo,
    demoSamples: values.INTRAY_DEMO_SAMPLES ?? false,
    logLevel: values.INTRAY_LOG,
    webDir: resolve(startedIn, values.INTRAY_WEB_DIR ?? join(ROOT, 'apps', 'web', 'out')),
    importPassword: values.INTRAY_IMPORT_PASSWORD,
    genesys: genesysSettings(values),
    startedIn,
    warnings: unknownVariables(environment),
  };
}

function parse(environment: Readonly<Record<string, string | undefined>>) {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, variable] of Object.entries(VARIABLES) as [VariableName, Variable<unknown>][]) {
    const text = environment[name];
    // An empty variable is how many tools write "not set".
    if (text === undefined || text === '') continue;
    const parsed = variable.schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(problem(name, variable, text));
  }
  return { values: values as Values, problems };
}

const problem = (name: string, variable: Variable<unknown>, text: string) =>
  `${name}: expected ${variable.expected}, but it is ${variable.secret ? 'something else (not shown: it may hold a password)' : `"${text}"`}. ` +
  `Correct it, or unset ${name} for the default, and start again.`;

/** Everybody knows the demo's passwords, so nobody beyond this machine may reach it. */
function demoProblems(demo: boolean, host: string, publicUrl: string | undefined): string[] {
  if (!demo) return [];
  const why = 'because every demo account has the password "demo"';
  const problems: string[] = [];
  if (!isLoopback(host))
    problems.push(
      `HOST: expected a loopback address (127.0.0.1) together with INTRAY_DEMO=1, ${why}, but it is "${host}". ` +
        'Unset HOST, or start without INTRAY_DEMO.',
    );
  if (publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname))
    problems.push(
      `INTRAY_PUBLIC_URL: expected an address of this machine together with INTRAY_DEMO=1, ${why}, ` +
        `but it is "${publicUrl}". Unset it, or start without INTRAY_DEMO.`,
    );
  return problems;
}

function unknownVariables(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('INTRAY_') && !VARIABLE_NAMES.includes(name))
    .map((name) => {
      const meant = nearest(name, VARIABLE_NAMES);
      const hint = meant === undefined ? 'Remove it.' : `Did you mean ${meant}?`;
      return `${name} is set, but Intray does not read a variable of that name. ${hint}`;
    });
}
