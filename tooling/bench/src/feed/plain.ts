/** The least a server can do: send the same bytes to everybody who is connected. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

export interface Plain extends AsyncDisposable {
  readonly url: string;
  broadcast(frame: string): void;
}

export async function startPlain(): Promise<Plain> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    broadcast(frame) {
      for (const client of server.clients) if (client.readyState === WebSocket.OPEN) client.send(frame);
    },
    async [Symbol.asyncDispose]() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
