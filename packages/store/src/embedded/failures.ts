/**
 * Why the embedded database could not be started.
 * - `platform_unsupported`: no binaries for this system
 * - `binaries_unusable`: they are there, but the account that must run them cannot
 * - `account_missing`: we run as root and found no unprivileged account to run PostgreSQL as
 * - `folder_unreachable`: that account cannot enter the data folder
 * - `version_mismatch`: the data folder belongs to another major version of PostgreSQL
 * - `initialise_failed`, `start_failed`: `initdb` or `postgres` ended with an error; see `lines`
 * - `orphan_unstoppable`: a database server left behind by a killed process does not stop
 */
export type EmbeddedPostgresFailureCode =
  | 'platform_unsupported'
  | 'binaries_unusable'
  | 'account_missing'
  | 'folder_unreachable'
  | 'version_mismatch'
  | 'initialise_failed'
  | 'start_failed'
  | 'orphan_unstoppable';

/** The embedded database could not be started. `lines` are the last lines that PostgreSQL said. */
export class EmbeddedPostgresFailure extends Error {
  override readonly name = 'EmbeddedPostgresFailure';
  readonly code: EmbeddedPostgresFailureCode;
  readonly lines: readonly string[];

  constructor(code: EmbeddedPostgresFailureCode, message: string, lines: readonly string[] = []) {
    super(
      lines.length === 0
        ? message
        : `${message}\nPostgreSQL said:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    );
    this.code = code;
    this.lines = lines;
  }
}

/** Another living Intray process (`pid`) has opened the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  readonly dataDir: string;
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(
      `The data folder ${dataDir} is in use by another Intray process (pid ${pid}). ` +
        'Expected to be the only one: stop that process, or start this one with another data folder.',
    );
    this.dataDir = dataDir;
    this.pid = pid;
  }
}
