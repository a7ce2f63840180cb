/** Intray as a process of its own, with a database of its own: a server like any other to this suite. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Settings } from '../stage/settings.ts';

const MAIN = resolve(import.meta.dirname, '../../../../apps/server/src/main.ts');

/** Starts the demo contact centre without sample work on a free port. */
export async function startIntray(): Promise<AsyncDisposable & { readonly url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'intray-conformance-'));
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { PORT: '0', INTRAY_DEMO: '1', INTRAY_DEMO_SAMPLES: '0', INTRAY_DATA_DIR: folder },
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
