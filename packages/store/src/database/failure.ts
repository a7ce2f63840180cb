import pg from 'pg';

/** SQLSTATE codes after which the same work may succeed when it is simply done again. */
const TRANSIENT_STATES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '57P01', // admin_shutdown: the server is stopping or a failover ends our session
  '57P02', // crash_shutdown: another backend died and took the shared memory with it
  '57P03', // cannot_connect_now: starting up or recovering
  '25006', // read_only_sql_transaction: we were routed to a standby during a failover
]);

/** System codes of a socket that could not be opened or broke; `ENOENT` is a unix socket that is not there (yet). */
const TRANSIENT_SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** What is known about the moment of a failure, besides the error itself. */
export type FailureCircumstances = {
  /** What was being done, for the message: a statement's name or the start of its text. */
  readonly doing: string;
  /** The connection broke, or never came about. */
  readonly connectionLost: boolean;
  /** The failure struck while `commit` was on its way. */
  readonly committing?: boolean;
};

/**
 * A surprise from the database or on the way to it. Thrown, never returned: refusals are core's business.
 *
 * `code` is the five-character SQLSTATE when the server spoke, else the system's code (`ECONNREFUSED`), else
 * `undefined`. `transient` says that the same work may be tried again unchanged. `commitUnknown` says that the
 * connection broke while a commit was on its way: the work may or may not have been kept, so only work that
 * recognises its own earlier success (a receipt) may be repeated.
 */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly transient: boolean;
  readonly commitUnknown: boolean;

  constructor(cause: unknown, circumstances: FailureCircumstances) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The database could not do "${circumstances.doing}": ${reason}`, { cause });
    const fromServer = cause instanceof pg.DatabaseError;
    this.code = codeOf(cause);
    this.constraint = fromServer ? cause.constraint : undefined;
    // A server that answered with a code has spoken for itself, even if it hung up afterwards: a wrong password
    // closes the connection too and is no reason to try again.
    this.transient = fromServer
      ? isTransientState(this.code)
      : circumstances.connectionLost || TRANSIENT_SYSTEM_CODES.has(this.code ?? '');
    // A server told to stop may have kept the commit already and only failed to say so.
    const hungUp = circumstances.connectionLost || this.code?.startsWith('57P') === true;
    this.commitUnknown = circumstances.committing === true && hungUp;
  }
}

/** Wraps `cause` unless it is a `DatabaseFailure` already. */
export function toDatabaseFailure(cause: unknown, circumstances: FailureCircumstances): DatabaseFailure {
  return cause instanceof DatabaseFailure ? cause : new DatabaseFailure(cause, circumstances);
}

function isTransientState(code: string | undefined): boolean {
  // Class 08 is "connection exception" as a whole.
  return code !== undefined && (code.startsWith('08') || TRANSIENT_STATES.has(code));
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
