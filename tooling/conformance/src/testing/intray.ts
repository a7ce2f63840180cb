/** Intray as a process of its own, with a database of its own: a server like any other to this suite. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshDatabase } from '@intray/store/testing';
import type { Settings } from '../stage/settings.ts';
import type { Edit } from './mutations.ts';

const MAIN = resolve(import.meta.dirname, '../../../../apps/server/src/main.ts');

/** A program that changes source files while they are loaded. It ends the process where a text is not there once. */
const loaderOf = (edits: readonly Edit[]): string => `
  import { registerHooks } from 'node:module';
  const edits = ${JSON.stringify(edits)};
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      const mine = edits.filter(({ file }) => url.endsWith('/' + file));
      if (mine.length === 0) return loaded;
      let source = String(loaded.source);
      for (const { file, find, put } of mine) {
        if (source.split(find).length !== 2) throw new Error(file + ' does not hold once: ' + find);
        source = source.replace(find, () => put);
      }
      return { ...loaded, source };
    },
  });`;

/**
 * Starts the demo contact centre without sample work on a free port.
 * @param edits to its source: then it is a server with a fault
 */
export async function startIntray(
  edits: readonly Edit[] = [],
): Promise<AsyncDisposable & { readonly url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'intray-conformance-'));
  const database = await freshDatabase();
  const loader = `data:text/javascript,${encodeURIComponent(loaderOf(edits))}`;
  const child = spawn(process.execPath, ['--import', loader, MAIN, 'serve'], {
    env: {
      PORT: '0',
      INTRAY_DEMO: '1',
      INTRAY_DEMO_SAMPLES: '0',
      INTRAY_DATA_DIR: folder,
      DATABASE_URL: database.url,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close');
  const url = await new Promise<string>((found, failed) => {
    let printed = '';
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /Intray is ready: (http:\S+)/.exec(printed)?.[1];
      if (address !== undefined) found(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => failed(new Error(`The server ended before it was ready:\n${printed}`)));
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the suite is told about Intray's demo contact centre. */
export const demoSettings = (url: string): Settings => ({
  url,
  caller: { user: 'agent1', password: 'demo' },
  second: { user: 'agent2', password: 'demo' },
  supervisor: { user: 'lead1', password: 'demo' },
  media: ['workitem', 'email', 'chat', 'facebook', 'twitter'],
  agentGroup: 'Demo Team',
  queue: 'Inbox',
  submitUrl: '/api/v1/interactions',
  create: true,
  pullChat: false,
  csrf: true,
  transport: 'long-polling',
  patience: 5_000,
});
