/** A network cable between a browser and the server that can be pulled out: everything on it dies, nothing gets on. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Cable extends AsyncDisposable {
  /** Where the browser finds the server as long as the cable is in. */
  readonly url: string;
  pull(): void;
  plugIn(): void;
  /** Out for so many milliseconds, then in again; meanwhile `during` happens. */
  cutFor(ms: number, during: () => Promise<void>): Promise<void>;
}

/** Lays a cable to a port of this machine. */
export async function cable(port: number): Promise<Cable> {
  const open = new Set<Socket>();
  let out = false;
  const server = createServer((near) => {
    if (out) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      // A reset is what a cut looks like; `close` follows and does the rest.
      socket.on('error', () => {});
      socket.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const pull = () => {
    out = true;
    for (const socket of open) socket.resetAndDestroy();
  };
  const plugIn = () => {
    out = false;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull,
    plugIn,
    async cutFor(ms, during) {
      pull();
      try {
        // The length of the cut is what is tested; nothing is waited for by it.
        await Promise.all([wait(ms), during()]);
      } finally {
        plugIn();
      }
    },
    async [Symbol.asyncDispose]() {
      pull();
      server.close();
      await once(server, 'close');
    },
  };
}
