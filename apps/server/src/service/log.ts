/** Structured logs on standard error: JSON for machines, coloured lines for a terminal. Nothing secret gets in. */
import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from '../config.ts';

const SECRETS = [
  'password',
  'passwordHash',
  'authorization',
  'cookie',
  'set-cookie',
  'secret',
  'token',
  'csrfToken',
  'url',
];
/** Where they may stand: at the top, in a part, in the headers of a request or an answer. */
const REDACTED = SECRETS.flatMap((name) => {
  const key = `["${name}"]`;
  return [key.slice(2, -2).includes('-') ? key : name, `*${key}`, `*.headers${key}`, `*.*${key}`];
});

/**
 * Opens the log. On a terminal only warnings and worse show unless asked for: whoever sits there sees the address and
 * can read it.
 */
export function openLog(level: LogLevel | undefined): Logger {
  const isTerminal = process.stderr.isTTY;
  const options: pino.LoggerOptions = {
    level: level ?? (isTerminal ? 'warn' : 'info'),
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    errorKey: 'error',
    serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
    redact: { paths: REDACTED, censor: '[not logged]' },
  };
  const destination = pino.destination({ dest: 2, sync: true });
  return isTerminal
    ? pino(options, pretty({ destination: 2, sync: true, ignore: 'pid' }))
    : pino(options, destination);
}
