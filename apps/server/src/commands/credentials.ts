/** Who asks a running server for something, and how they prove it. */
import type { Config } from '../config.ts';
import { isLoopback } from '../loopback.ts';
import { ask, askSecretly, readSecretFromStdin } from './asking.ts';

export interface ServerArguments {
  readonly url?: string;
  readonly user?: string;
  readonly passwordStdin?: boolean;
}

/** Of the server: as named, else as configured, else on this machine. */
export const serverUrl = ({ url }: ServerArguments, config: Config): string =>
  url ?? config.publicUrl ?? `http://127.0.0.1:${config.port}`;

/**
 * From the command line and the environment; what is missing is asked for.
 * @param example a user who may do it
 * @throws NoAnswer where there is nobody to ask
 */
export async function credentials(given: ServerArguments, config: Config, url: string, example: string) {
  if (url.startsWith('http:') && !isLoopback(new URL(url).hostname))
    process.stderr.write(
      `The password travels to ${url} unencrypted. Use https where others share the network.\n`,
    );
  const user = given.user ?? (await ask('User: ', `Name the user who asks: --user ${example}`));
  if (given.passwordStdin) return { user, password: await readSecretFromStdin() };
  const password =
    config.importPassword ??
    (await askSecretly(
      `Password of ${user}: `,
      'Give the password in INTRAY_IMPORT_PASSWORD, or on standard input with --password-stdin.',
    ));
  return { user, password };
}
