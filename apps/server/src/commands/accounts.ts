/** `intray account`: who may sign in. */
import { hashPassword } from '@intray/api';
import { openStore, type Store } from '@intray/store';
import type { Config } from '../config.ts';
import { findDatabase } from '../service/database.ts';
import { openLog } from '../service/log.ts';
import { askSecretly, readSecretFromStdin } from './asking.ts';

interface PasswordArguments {
  readonly passwordStdin?: boolean;
}

/** Shorter ones fall to guessing even at the pace the server allows. */
const SHORTEST = 8;

/** Creates an account for an agent that the contact centre has. Answers the exit code. */
export async function addAccount(
  userName: string,
  given: PasswordArguments,
  config: Config,
): Promise<number> {
  return withStore(config, async (store) => {
    if ((await store.accounts.find(userName)) !== undefined)
      return refuse(`${userName} has an account already. For another password: account password ${userName}`);
    const agents = (await store.configuration())?.config.agents ?? [];
    if (!agents.some(({ id }) => id === userName))
      return refuse(
        `The contact centre has no agent "${userName}". Its agents are: ${agents.map(({ id }) => id).join(', ') || 'none yet'}`,
      );
    return savePassword(store, userName, given);
  });
}

/** Replaces a password and closes every login that the old one opened. Answers the exit code. */
export async function changePassword(
  userName: string,
  given: PasswordArguments,
  config: Config,
): Promise<number> {
  return withStore(config, async (store) => {
    if ((await store.accounts.find(userName)) === undefined)
      return refuse(`There is no account "${userName}". To create one: account add ${userName}`);
    const code = await savePassword(store, userName, given);
    if (code === 0) await store.accounts.closeLogins(userName);
    return code;
  });
}

async function savePassword(store: Store, userName: string, given: PasswordArguments): Promise<number> {
  const password = given.passwordStdin
    ? await readSecretFromStdin()
    : await askSecretly(
        `New password for ${userName}: `,
        'Give the password on standard input: --password-stdin',
      );
  if (password.length < SHORTEST)
    return refuse(
      `The password has ${password.length} characters; expected at least ${SHORTEST}. Choose a longer one.`,
    );
  await store.accounts.save({ userName, passwordHash: await hashPassword(password) });
  process.stdout.write(`${userName} can sign in with that password.\n`);
  return 0;
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 1;
}

async function withStore<T>(config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  await using parts = new AsyncDisposableStack();
  const database = await findDatabase(config, openLog(config.logLevel));
  parts.defer(() => database.stop());
  const store = await openStore({ url: database.url, poolSize: 2, applicationName: 'intray-account' });
  parts.defer(() => store.close());
  return await work(store);
}
