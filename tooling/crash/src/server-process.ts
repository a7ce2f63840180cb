/** The whole server as an operator runs it: one command, one data folder, one port, the same at every start. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { LOOK_EVERY } from './patience.ts';

const MAIN = resolve(import.meta.dirname, '..', '..', '..', 'apps', 'server', 'src', 'main.ts');
/** PostgreSQL's recovery included, on a machine that has other work. */
const READY_WITHIN = 60_000;
const STOP_WITHIN = 30_000;

/** What `postmaster.pid` says of the embedded database that runs on the data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly url: string;
}

export class ServerProcess {
  readonly folder: string;
  readonly url: string;
  readonly port: number;
  readonly #databaseUrl: string | undefined;
  #child: ChildProcess | undefined;

  private constructor(folder: string, port: number, databaseUrl: string | undefined) {
    this.folder = folder;
    this.port = port;
    this.#databaseUrl = databaseUrl;
    this.url = `http://127.0.0.1:${port}`;
  }

  /**
   * With a new, empty data folder, not yet started.
   * @param databaseUrl the database to share with others; absent: an embedded one of its own
   */
  static async prepare(databaseUrl?: string): Promise<ServerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'intray-crash-'));
    // PostgreSQL does not run as root; the account that it then runs as must be able to enter.
    await chmod(folder, 0o755);
    return new ServerProcess(folder, await freePort(), databaseUrl);
  }

  /** The process number of the server; `undefined` when none runs. */
  get pid(): number | undefined {
    const child = this.#child;
    return child === undefined || child.exitCode !== null || child.signalCode !== null
      ? undefined
      : child.pid;
  }

  /** Runs the one command and resolves when the server says that it is ready. Nothing is cleared away before. */
  async start(): Promise<void> {
    const log = openSync(join(this.folder, 'server.log'), 'a');
    // Nothing of our own environment: what is tested must not depend on who tests. `detached`, so that Ctrl-C in the
    // terminal reaches us alone, who stop it in order.
    this.#child = spawn(process.execPath, [MAIN, 'serve'], {
      env: {
        PORT: String(this.port),
        INTRAY_DATA_DIR: this.folder,
        INTRAY_DEMO: '1',
        INTRAY_DEMO_SAMPLES: '0',
        INTRAY_LOG: 'info',
        ...(this.#databaseUrl === undefined ? {} : { DATABASE_URL: this.#databaseUrl }),
      },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    await this.ready();
  }

  /** Resolves when `/readyz` says yes. There is no event for that, so this asks, often. */
  async ready(): Promise<void> {
    const deadline = performance.now() + READY_WITHIN;
    while (performance.now() < deadline) {
      if (this.pid === undefined) throw new Error(`The server ended by itself:\n${await this.lastLines()}`);
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
        () => undefined,
      );
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.status === 200) return;
      await after(LOOK_EVERY);
    }
    throw new Error(`The server was not ready within ${READY_WITHIN / 1000} s:\n${await this.lastLines()}`);
  }

  /** The embedded database that runs now; `undefined` while there is none. */
  async postmaster(): Promise<Postmaster | undefined> {
    const database = join(this.folder, 'postgres');
    const lines = await readFile(join(database, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
    const [pid, , , port, socketFolder, , , status] = lines.split('\n').map((line) => line.trim());
    if (!pid || !port || !socketFolder || status !== 'ready') return undefined;
    const password = (await readFile(join(database, 'password'), 'utf8')).trim();
    const host = encodeURIComponent(socketFolder);
    return {
      pid: Number(pid),
      url: `postgresql://intray:${encodeURIComponent(password)}@localhost:${port}/intray?host=${host}`,
    };
  }

  /** Kills the server without a word and resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || this.pid === undefined) throw new Error('There is no server to kill.');
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Stops it as an operator would, its database with it. Resolves with its exit code (`null` after a signal). */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || this.pid === undefined) return child?.exitCode ?? null;
    const gone = once(child, 'exit', { signal: AbortSignal.timeout(STOP_WITHIN) });
    child.kill('SIGTERM');
    const [code] = (await gone) as [number | null];
    return code;
  }

  /** Ends whatever still runs, and removes the folder unless it is to be looked at. */
  async clearAway(keepFolder: boolean): Promise<void> {
    // A server that was killed last leaves its database behind; only a server knows how to find and end that one.
    if (this.pid === undefined && (await this.postmaster()) !== undefined) await this.start().catch(() => {});
    await this.stop().catch(() => this.kill());
    if (!keepFolder) await rm(this.folder, { recursive: true, force: true });
  }

  /** Of its log, cut to what a person wants to see. */
  async lastLines(): Promise<string> {
    const log = await readFile(join(this.folder, 'server.log'), 'utf8').catch(() => '');
    const lines = log.trimEnd().split('\n').slice(-8);
    return lines.map((line) => line.slice(0, 300)).join('\n');
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected the system to name a port.');
  return address.port;
}
