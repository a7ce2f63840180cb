/** The real server as a process of its own, with a database of its own, in a folder that goes with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireWebDesk, SERVER_MAIN, WEB_OUT } from './config.ts';

export interface TestServer extends AsyncDisposable {
  /** `http://127.0.0.1:…`, without a path. */
  readonly url: string;
  readonly port: number;
  /** Stops it and starts it anew, on the same data and the same port. */
  restart(): Promise<void>;
  /** Asks as a demo user; a body makes it a POST. Throws when the answer is no success. */
  as<T>(user: string, path: string, body?: unknown): Promise<T>;
}

export interface Work {
  readonly mediaType?: string;
  readonly subject: string;
  readonly from?: string;
  readonly priority?: number;
  readonly dueAt?: number;
  readonly contact?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Starts a demo contact centre without sample work on a free port.
 * @param settings further variables of its environment
 */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  requireWebDesk();
  const folder = await mkdtemp(join(tmpdir(), 'intray-e2e-'));
  const environment = {
    INTRAY_DEMO: '1',
    INTRAY_DEMO_SAMPLES: '0',
    INTRAY_DATA_DIR: folder,
    INTRAY_WEB_DIR: WEB_OUT,
    ...settings,
  };
  let running = await run({ PORT: '0', ...environment });
  const { url } = running;
  const port = Number(new URL(url).port);

  return {
    url,
    port,
    async restart() {
      await running.stop();
      running = await run({ ...environment, PORT: String(port) });
    },
    async as(user, path, body) {
      const response = await fetch(`${url}/api/v1${path}`, {
        headers: {
          authorization: `Basic ${Buffer.from(`${user}:demo`).toString('base64')}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
      return JSON.parse(text);
    },
    async [Symbol.asyncDispose]() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** One process of the server, once it is ready. */
async function run(environment: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawn(process.execPath, [SERVER_MAIN, 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Intray is ready: (http:\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => reject(new Error(`The server ended before it was ready:\n${printed}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Brings work in over REST, as another system would, and answers its id. */
export async function submit(server: TestServer, work: Work): Promise<string> {
  const { mediaType = 'workitem', subject, from, data, ...rest } = work;
  const userData = { Subject: subject, ...(from !== undefined && { From: from }), ...data };
  const { id } = await server.as<{ id: string }>('admin1', '/interactions', {
    mediaType,
    queue: 'Inbox',
    userData,
    ...rest,
  });
  return id;
}

export interface Told {
  readonly type: string;
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What happened to an interaction, oldest first. */
export async function historyOf(server: TestServer, id: string): Promise<readonly Told[]> {
  const { items } = await server.as<{ items: readonly Told[] }>(
    'admin1',
    `/interactions/${id}/history?limit=200`,
  );
  return items;
}

/** An interaction as it is now, with everything. */
export async function interactionOf(server: TestServer, id: string) {
  const { interaction } = await server.as<{
    interaction: {
      readonly state: string;
      readonly handler?: string;
      readonly workbin?: { readonly type: string };
      readonly disposition?: string;
      readonly userData: Readonly<Record<string, unknown>>;
    };
  }>('admin1', `/interactions/${id}`);
  return interaction;
}
