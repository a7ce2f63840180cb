/** The real server in front of a house, on a free port of this machine, and people who sign in to it. */
import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, hashPassword, LOGIN_LASTS } from '@intray/api';
import { systemIds } from '@intray/engine';
import { type House, report } from './open-house.ts';

const PASSWORD = 'measured twice';

export interface Served extends AsyncDisposable {
  /** `ws://127.0.0.1:…/trpc` */
  readonly socketUrl: string;
  /** `http://127.0.0.1:…/api/v2/notifications` */
  readonly cometdUrl: string;
  /** Signs in as the person; answers the cookies that open a WebSocket. */
  signIn(userName: string): Promise<string>;
  /** Opens a login for each, without the time that it takes to check a thousand passwords. */
  signInAll(userNames: readonly string[]): Promise<readonly string[]>;
}

export async function serve({ engine, store }: House): Promise<Served> {
  const log = { debug: () => {}, info: () => {}, warn: report, error: report };
  const { accounts } = store;
  const newInteractionId = systemIds.interactionId;
  const app = createServer({ desk: engine, accounts, newInteractionId, log });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const passwordHash = await hashPassword(PASSWORD);
  return {
    socketUrl: `ws://127.0.0.1:${port}/trpc`,
    cometdUrl: `http://127.0.0.1:${port}/api/v2/notifications`,
    async signIn(userName) {
      await accounts.save({ userName, passwordHash });
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userName, password: PASSWORD }),
      });
      if (!answer.ok)
        throw new Error(`${userName} could not sign in: ${answer.status} ${await answer.text()}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    signInAll: (userNames) =>
      Promise.all(
        userNames.map(async (userName) => {
          await accounts.save({ userName, passwordHash });
          const secret = randomBytes(32).toString('base64url');
          const secretHash = createHash('sha256').update(secret).digest('hex');
          const openedAt = Date.now();
          await accounts.openLogin({ secretHash, userName, openedAt, expiresAt: openedAt + LOGIN_LASTS });
          return `JSESSIONID=${secret}; intray_session=${secret}`;
        }),
      ),
    [Symbol.asyncDispose]: () => app.close(),
  };
}
