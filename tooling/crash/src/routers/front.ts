/** One address in front of several servers, as a load balancer is: whoever lives is handed the connection. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

/** @param ports of the servers, on this machine; connections go round, and past those that take none */
export async function openFront(ports: readonly number[]): Promise<Front> {
  const open = new Set<Socket>();
  let turn = 0;
  const door = createServer((client) => {
    const first = turn++;
    keep(client);
    hand(client, first, ports.length);
  });

  function hand(client: Socket, next: number, left: number): void {
    const port = ports[next % ports.length];
    if (left === 0 || port === undefined) {
      client.destroy();
      return;
    }
    const server = connect(port, '127.0.0.1');
    let connected = false;
    keep(server);
    server.once('connect', () => {
      connected = true;
      client.pipe(server).pipe(client);
    });
    server.once('close', () => {
      if (connected) client.destroy();
      else hand(client, next + 1, left - 1);
    });
    client.once('close', () => server.destroy());
  }

  function keep(socket: Socket): void {
    open.add(socket);
    socket.setNoDelay(true);
    // 'close' follows and says all.
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
  }

  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('Expected the system to name a port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(door, 'close');
      door.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
