/** For tests: the `intray` command as a process of its own, as an operator runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stopAbandonedPostgres } from '@intray/store/embedded';

const MAIN = resolve(import.meta.dirname, '../main.ts');

/** What Node has made of the source once, so that the many processes of these tests start in a third of the time. */
const NODE_COMPILE_CACHE = resolve(import.meta.dirname, '../../../../node_modules/.cache/node');

export interface Running extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves with the first match in what is printed, now or later; rejects if the process ends without. */
  match(stream: 'output' | 'errors', pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves with the exit code; `null` after a signal. */
  readonly exited: Promise<number | null>;
}

/** Starts `intray …`. Nothing of this process's environment reaches it but where compiled code is kept. */
export function intray(
  args: readonly string[],
  environment: Record<string, string> = {},
  input = '',
): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { NODE_COMPILE_CACHE, ...environment },
    stdio: 'pipe',
  });
  const text = { output: '', errors: '' };
  const listeners = new Set<() => void>();
  const hear = (stream: 'output' | 'errors') => (chunk: string) => {
    text[stream] += chunk;
    for (const listener of [...listeners]) listener();
  };
  child.stdout.setEncoding('utf8').on('data', hear('output'));
  child.stderr.setEncoding('utf8').on('data', hear('errors'));
  child.stdin.end(input);
  const exited = once(child, 'close').then(([code]) => code as number | null);

  return {
    child,
    exited,
    output: () => text.output,
    errors: () => text.errors,
    match(stream, pattern) {
      const { promise, resolve: found, reject } = Promise.withResolvers<RegExpMatchArray>();
      const look = () => {
        const match = pattern.exec(text[stream]);
        if (match !== null) found(match);
      };
      listeners.add(look);
      look();
      void exited.then((code) => {
        look();
        reject(
          new Error(
            `intray ended with ${code} before it printed ${pattern}:\n${text.output}\n${text.errors}`,
          ),
        );
      });
      return promise.finally(() => listeners.delete(look));
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

export interface TestServer extends Running {
  /** Without a path. */
  readonly url: string;
  /** Asks as a demo user, by HTTP Basic. */
  as(user: string, path: string, body?: unknown): Promise<Response>;
}

/** Starts a demo server without sample work on a free port; resolves when it is ready. */
export async function startServer(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const running = intray(['serve'], {
    PORT: '0',
    INTRAY_DEMO: '1',
    INTRAY_DEMO_SAMPLES: '0',
    INTRAY_DATA_DIR: dataDir,
    INTRAY_LOG: 'debug',
    ...environment,
  });
  const url = (await running.match('output', /Intray is ready: (http:\S+)/))[1] ?? '';
  return {
    ...running,
    url,
    as: (user, path, body) =>
      fetch(`${url}${path}`, {
        headers: { authorization: basic(user, 'demo'), 'content-type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      }),
  };
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** A folder of its own. At the end of the scope a database that a killed server left behind is ended, too. */
export async function scratchFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'intray-server-test-'));
  return {
    path,
    async [Symbol.asyncDispose]() {
      await stopAbandonedPostgres(join(path, 'postgres'), () => {}).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'ENOENT') throw cause;
      });
      await rm(path, { recursive: true, force: true });
    },
  };
}
