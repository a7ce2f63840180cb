/** A network that breaks: passes bytes to a server, and cuts connections after so many bytes, or when it is told to. */
import { type AddressInfo, connect, createServer } from 'node:net';

export interface CuttingProxy extends AsyncDisposable {
  readonly url: string;
  /** Connections made so far. */
  readonly connections: number;
  /** Resolves when a connection has been cut for the first time. */
  readonly firstCut: Promise<void>;
  /** Cuts every connection, and every new one, until it is plugged in again. */
  unplug(): void;
  /** @param target another server, if the one before is not there any more */
  plugIn(target?: string): void;
}

/** @param cutsAfter bytes towards the client after which the first, second, … connection is cut; later ones hold */
export async function cuttingProxy(target: string, cutsAfter: readonly number[] = []): Promise<CuttingProxy> {
  let { port } = new URL(target);
  let connections = 0;
  let unplugged = false;
  const open = new Set<() => void>();
  const firstCut = Promise.withResolvers<void>();

  const proxy = createServer((near) => {
    if (unplugged) return near.destroy();
    const limit = cutsAfter[connections] ?? Number.POSITIVE_INFINITY;
    connections += 1;
    const far = connect(Number(port), '127.0.0.1');
    let passed = 0;
    const cut = () => {
      near.destroy();
      far.destroy();
      open.delete(cut);
    };
    open.add(cut);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      const rest = limit - passed;
      passed += bytes.length;
      near.write(bytes.subarray(0, rest));
      if (passed < limit) return;
      cut();
      firstCut.resolve();
    });
    for (const socket of [near, far]) socket.on('error', cut).on('close', cut);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    firstCut: firstCut.promise,
    get connections() {
      return connections;
    },
    unplug() {
      unplugged = true;
      for (const cut of open) cut();
    },
    plugIn(next = target) {
      ({ port } = new URL(next));
      unplugged = false;
    },
    async [Symbol.asyncDispose]() {
      for (const cut of open) cut();
      await new Promise<void>((resolve) => proxy.close(() => resolve()));
    },
  };
}
