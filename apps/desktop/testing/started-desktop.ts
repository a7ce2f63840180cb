/** The real main process on what stands in for Electron, in a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DesktopPorts, startDesktop } from '../src/main/desktop.ts';
import type { BridgeAnswer, Input, Outputs, Verb } from '../src/shared/contract.ts';
import type { News } from '../src/shared/news.ts';
import { VERB_CHANNELS } from '../src/shared/verb-names.ts';
import { FakeElectron, HandTimers } from './fake-electron.ts';

export interface StartedDesktop extends AsyncDisposable {
  readonly electron: FakeElectron;
  readonly timers: HandTimers;
  readonly folder: string;
  /** Asks as the page does. */
  ask<V extends Verb>(verb: V, input: Input<V>): Promise<BridgeAnswer<Outputs[V]>>;
  /** What the page was told. */
  news(): readonly News[];
  stop(): void;
}

export interface StartOptions extends Partial<Pick<DesktopPorts, 'fetch' | 'pages'>> {
  readonly electron?: FakeElectron;
  /** Kept from an earlier start; otherwise a new one, which goes with the desktop. */
  readonly folder?: string;
}

export async function startedDesktop(options: StartOptions = {}): Promise<StartedDesktop> {
  const electron = options.electron ?? new FakeElectron();
  const timers = new HandTimers();
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'intray-desktop-')));
  const desktop = await startDesktop({
    electron,
    timers,
    fetch: options.fetch ?? (() => Promise.reject(new TypeError('no network here'))),
    folder,
    pages: options.pages ?? folder,
    preload: 'preload.cjs',
  });
  return {
    electron,
    timers,
    folder,
    ask: (verb, input) => electron.invoke(VERB_CHANNELS[verb], input) as never,
    news: () => electron.sent.map(({ message }) => message as News),
    stop: () => desktop?.stop(),
    async [Symbol.asyncDispose]() {
      desktop?.stop();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
