/** What a failed command leaves on the terminal: a sentence for what was to be expected, all there is for a surprise. */

/** Failures whose message was written for whoever typed the command. By name: they come from several packages. */
const FOR_PEOPLE = new Set([
  'BadConfiguration',
  'BadMapping',
  'UnreadableFile',
  'ForeignState',
  'ImportStopped',
  'ServerRefused',
  'SetupRefused',
  'UnreadableFolder',
  'ImportRefused',
  'PortUnusable',
  'DemoAccountsExposed',
  'DataFolderInUse',
  'EmbeddedPostgresFailure',
  'SchemaNewerThanCode',
  'MigrationMismatch',
  'NoAnswer',
  'Finding',
]);

/** The message for people, with the stack only where nobody has foreseen the failure. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (FOR_PEOPLE.has(cause.name)) return cause.message;
  if (cause.name === 'DatabaseFailure')
    return `${cause.message}. Check that the database runs and that DATABASE_URL names it; "npm run intray -- doctor" looks closer.`;
  const { code, path } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path !== undefined)
    return `There is no file ${path}. Check the name, then try again.`;
  if (code === 'EACCES' && path !== undefined)
    return `${path} may not be used by this user. Give it the right to, or choose another place.`;
  return `Something failed that nobody had foreseen: ${cause.stack ?? cause.message}`;
}

/** Prints the reason and has the process end with 1. */
export function endWithReason(cause: unknown): void {
  process.stderr.write(`${reasonOf(cause)}\n`);
  process.exitCode = 1;
}
