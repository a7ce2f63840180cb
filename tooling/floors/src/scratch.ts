import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. The suite reads it and never writes to it. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const ROOT_FILES = [
  '.gitignore',
  'biome.json',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'turbo.json',
];
const FLOORS = ['packages', 'apps', 'tooling'];
const BUILT = new Set(['.next', '.turbo', 'out', 'data', 'test-results']);

/** What a tool said about the scratch copy. */
export type Verdict = { readonly passed: boolean; readonly output: string };

/**
 * A copy of the repository's sources in which wrong things may be planted. Links between packages are copied as
 * they are, relative, so they lead to the copy's packages; the installed ones are shared with the repository.
 * Use it with `using`: leaving the block removes it.
 */
export class Scratch implements Disposable {
  readonly #root = realpathSync(mkdtempSync(join(tmpdir(), 'intray-floors-')));

  constructor() {
    for (const file of ROOT_FILES) cpSync(join(repository, file), join(this.#root, file));
    for (const floor of FLOORS) {
      cpSync(join(repository, floor), join(this.#root, floor), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !BUILT.has(basename(path)),
      });
    }
    symlinkSync(join(repository, 'node_modules'), join(this.#root, 'node_modules'), 'junction');
  }

  /** Writes a file at a path relative to the root. */
  plant(path: string, text: string): void {
    const file = join(this.#root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Adds a dependency to a package's package.json, as somebody would who wants it in spite of the floors. */
  declare(folder: string, dependency: string): void {
    const file = join(this.#root, folder, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.dependencies[dependency] = 'workspace:*';
    writeFileSync(file, JSON.stringify(manifest));
  }

  /** `biome lint` over one path. */
  lint(path = '.'): Verdict {
    const tool = 'node_modules/@biomejs/biome/bin/biome';
    return this.#ask(tool, ['lint', '--error-on-warnings', '--max-diagnostics=none', '--colors=off', path]);
  }

  /** `tsc` over one project. */
  typeCheck(project: string): Verdict {
    return this.#ask('node_modules/typescript/bin/tsc', ['-p', project, '--pretty', 'false']);
  }

  /** `turbo boundaries` over all packages. */
  boundaries(): Verdict {
    return this.#ask('node_modules/turbo/bin/turbo', ['boundaries', '--no-color']);
  }

  [Symbol.dispose](): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #ask(tool: string, args: string[]): Verdict {
    const answer: SpawnSyncReturns<string> = spawnSync(process.execPath, [join(repository, tool), ...args], {
      cwd: this.#root,
      encoding: 'utf8',
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    });
    if (answer.error) throw answer.error;
    return { passed: answer.status === 0, output: answer.stdout + answer.stderr };
  }
}
