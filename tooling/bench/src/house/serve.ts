/** The real server in front of a house, on a free port of this machine, and people who sign in to it. */
import type { AddressInfo } from 'node:net';
import { createServer, hashPassword } from '@intray/api';
import { randomIds } from '@intray/engine';
import type { House } from './open-house.ts';

const PASSWORD = 'measured twice';

export interface Served extends AsyncDisposable {
  /** `ws://127.0.0.1:…/trpc` */
  readonly socketUrl: string;
  /** Signs in as the person; answers the cookies that open a WebSocket. */
  signIn(userName: string): Promise<string>;
}

export async function serve({ engine, store }: House): Promise<Served> {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { accounts } = store;
  const newInteractionId = randomIds.interactionId;
  const app = createServer({ desk: engine, accounts, newInteractionId, log });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const passwordHash = await hashPassword(PASSWORD);
  return {
    socketUrl: `ws://127.0.0.1:${port}/trpc`,
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
    [Symbol.asyncDispose]: () => app.close(),
  };
}
