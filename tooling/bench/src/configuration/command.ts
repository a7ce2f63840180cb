/** The `intray` command as an operator runs it: a process of its own, started from its source. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url));

export interface Command {
  /** Resolves with the first match in what it prints. @throws Error when it ends without */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves when it has ended well. @throws Error with what it said, if it has not */
  readonly done: Promise<void>;
  /** Asks it to end; resolves when it has. */
  stop(): Promise<void>;
}

export function intray(args: readonly string[], environment: Record<string, string>): Command {
  const child = spawn(process.execPath, [MAIN, ...args], { env: environment, stdio: 'pipe' });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      for (const listener of [...listeners]) listener();
    });
  child.stdin.end();
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const failure = (code: number | null) =>
    new Error(`intray ${args.join(' ')} ended with ${code}: ${output.slice(-2_000)}`);
  const done = ended.then((code) => {
    if (code !== 0) throw failure(code);
  });
  done.catch(() => {});
  return {
    done,
    printed(pattern) {
      const { promise, resolve, reject } = Promise.withResolvers<RegExpMatchArray>();
      const look = () => {
        const match = pattern.exec(output);
        if (match !== null) resolve(match);
      };
      listeners.add(look);
      look();
      void ended.then((code) => reject(failure(code)));
      return promise.finally(() => listeners.delete(look));
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts a server on a database; resolves with its address when it is ready. */
export async function startServer(databaseUrl: string, dataDir: string) {
  const server = intray(['serve'], {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    INTRAY_DATA_DIR: dataDir,
    INTRAY_LOG: 'warn',
  });
  try {
    const [, url = ''] = await server.printed(/Intray is ready: (http:\S+)/);
    return { url, stop: () => server.stop() };
  } catch (cause) {
    await server.stop();
    throw cause;
  }
}
