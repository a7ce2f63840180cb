/** `cometd-nodejs-server` as it comes: no people, no database, no policy. It polls, because that is all it can. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import cometdServer, { type ServerSession } from 'cometd-nodejs-server';

export interface Plain extends AsyncDisposable {
  readonly url: string;
  /** Sessions in the order in which they were opened. */
  readonly sessions: readonly ServerSession[];
}

export async function startPlain(): Promise<Plain> {
  const cometd = cometdServer.createCometDServer();
  const sessions: ServerSession[] = [];
  cometd.addListener('sessionAdded', (session: ServerSession) => void sessions.push(session));
  const http = createServer(cometd.handle);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    sessions,
    async [Symbol.asyncDispose]() {
      cometd.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
