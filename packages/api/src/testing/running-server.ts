/** A whole server on a free port of the loopback, with a memory desk behind it unless another is given. */
import type { AddressInfo } from 'node:net';
import type { Accounts, Desk } from '@intray/core';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../server/create-server.ts';
import type { ServerOptions } from '../server/options.ts';
import { LOGIN_LASTS } from '../signin/logins.ts';
import { hashPassword } from '../signin/passwords.ts';
import { hashSecret, newSecret } from '../signin/secrets.ts';
import type { Log } from '../wire/log.ts';
import { watchAnswers } from './documented-answers.ts';
import { memoryAccounts } from './memory-accounts.ts';
import { memoryDesk } from './memory-desk.ts';

export const PASSWORD = 'demo';
const PEOPLE = ['agent1', 'agent2', 'agent3', 'lead1', 'admin1', 'outsider'];

// One hash for all: hashing is slow on purpose, and these tests are not about it.
const demoHash = hashPassword(PASSWORD);

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface RunningServer extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly desk: Desk;
  readonly accounts: Accounts;
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly log: readonly LogLine[];
}

function rememberingLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (facts: LogLine['facts'], message: string) =>
    void lines.push({ level, facts, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Starts it; `await using` stops it, and fails if an answer was not as documented. Six people may sign in, all with the password `demo`. */
export async function runServer(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const accounts = options.accounts ?? memoryAccounts();
  const desk = options.desk ?? memoryDesk();
  for (const userName of PEOPLE) await accounts.save({ userName, passwordHash: await demoHash });

  let count = 0;
  const newInteractionId = () => `TEST${String(++count).padStart(12, '0')}`;
  const log = rememberingLog();
  const app = createServer({ newInteractionId, log, loginCheckEvery: 20, ...options, accounts, desk });
  const wrong = watchAnswers(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    desk,
    accounts,
    url: `http://127.0.0.1:${port}`,
    log: log.lines,
    async [Symbol.asyncDispose]() {
      await app.close();
      if (wrong.length > 0)
        throw new Error(`The server answered what its documentation does not say:\n${wrong.join('\n')}`);
    },
  };
}

/** What a signed-in browser sends along. */
export interface Signed {
  readonly cookie: string;
  readonly csrfToken: string;
  /** Both, as headers of a change. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs in without a socket. */
export async function signInAs(app: FastifyInstance, userName: string): Promise<Signed> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/login',
    payload: { userName, password: PASSWORD },
  });
  if (answer.statusCode !== 200) throw new Error(`${userName} could not sign in: ${answer.body}`);
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { csrfToken } = answer.json<{ csrfToken: string }>();
  return { cookie, csrfToken, headers: { cookie, 'x-intray-csrf': csrfToken } };
}

/** The same without the password, and so without the time that checking one takes. */
export async function signedInAs(
  { accounts, app }: RunningServer,
  userName: string,
  now: number,
): Promise<Signed> {
  const secret = newSecret();
  await accounts.openLogin({
    secretHash: hashSecret(secret),
    userName,
    openedAt: now,
    expiresAt: now + LOGIN_LASTS,
  });
  const cookie = `intray_session=${secret}`;
  const { csrfToken } = (await app.inject({ url: '/api/v1/me', headers: { cookie } })).json<{
    csrfToken: string;
  }>();
  return { cookie, csrfToken, headers: { cookie, 'x-intray-csrf': csrfToken } };
}

/** HTTP Basic of one of the six. */
export const basic = (userName: string, password = PASSWORD) => ({
  authorization: `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`,
});
