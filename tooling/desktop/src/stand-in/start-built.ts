/** Runs the main process as it was built, the file that is packed, with the stand-in where it asks for `electron`. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN } from '../built.ts';
import { type StandIn, standIn } from './electron.ts';

export interface BuiltMain extends AsyncDisposable {
  readonly electron: StandIn;
  /** Where it keeps what it keeps. */
  readonly folder: string;
}

const ADDRESS = 'electron:stand-in';

/** Starts it in this process. Once a process: it is a program, and begins when it is loaded. */
export async function startBuiltMain(): Promise<BuiltMain> {
  const folder = await mkdtemp(join(tmpdir(), 'intray-built-'));
  const electron = standIn(folder);
  const names = Object.keys(electron.module);
  const place = Symbol.for('intray.electron');
  Object.assign(globalThis, { [place]: electron.module });
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: ADDRESS, shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === ADDRESS
        ? {
            format: 'module',
            shortCircuit: true,
            source: `const found = globalThis[Symbol.for('intray.electron')];\n${names
              .map((name) => `export const ${name} = found.${name};`)
              .join('\n')}`,
          }
        : next(url, context),
  });
  const before = process.listeners('unhandledRejection');
  createRequire(import.meta.url)(MAIN);
  hooks.deregister();
  // It has told the system who it is before it opens its window.
  if (electron.windows.length === 0) await once(electron.app, 'web-contents-created');

  return {
    electron,
    folder,
    async [Symbol.asyncDispose]() {
      electron.app.emit('before-quit');
      for (const listener of process.listeners('unhandledRejection'))
        if (!before.includes(listener)) process.off('unhandledRejection', listener);
      process.removeAllListeners('uncaughtExceptionMonitor');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
