/** Starts the process with the clients and hears what has reached them. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './conversation.ts';

const PROGRAM = fileURLToPath(new URL('./clients-process.ts', import.meta.url));
/** When none has arrived for so long, those that are missing will not arrive any more, in milliseconds. */
const LOST_AFTER = 20_000;

export interface Clients extends AsyncDisposable {
  /** Resolves when all of them listen. */
  open(order: Order): Promise<void>;
  /**
   * Resolves with the latencies of a side's next messages, so many of them.
   * @throws Error when one is lost, doubled or out of order
   */
  heard(side: string, messages: number): Promise<readonly number[]>;
  /** Ends the run: something that was to cause a message went wrong. */
  fail(cause: unknown): void;
  /** `data` of the first message that a side heard. */
  sample(side: string): object;
}

export function startClients(): Clients {
  const child = fork(PROGRAM, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const heard = new Map<string, number[]>();
  const samples = new Map<string, object>();
  const opened = new Map<string, () => void>();
  let look: () => void = () => {};
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(() => {});

  child.on('message', (report: Report) => {
    switch (report.kind) {
      case 'open':
        opened.get(report.side)?.();
        break;
      case 'sample':
        samples.set(report.side, report.data);
        break;
      case 'heard':
        heard.set(report.side, [...(heard.get(report.side) ?? []), ...report.latencies]);
        look();
        break;
      case 'failed':
        gone.reject(new Error(`A client failed: ${report.reason}`));
        break;
    }
  });
  child.once('exit', (code) => gone.reject(new Error(`The clients' process ended with ${code}.`)));

  return {
    async open(order) {
      const { promise, resolve } = Promise.withResolvers<void>();
      opened.set(order.side, resolve);
      child.send(order);
      await Promise.race([promise, gone.promise]);
    },
    async heard(side, messages) {
      const { promise, resolve, reject } = Promise.withResolvers<readonly number[]>();
      const came = () => heard.get(side) ?? [];
      const lost = setTimeout(
        () => reject(new Error(`${side}: ${messages - came().length} of ${messages} messages were lost.`)),
        LOST_AFTER,
      );
      look = () => {
        lost.refresh();
        if (came().length < messages) return;
        const latencies = came();
        heard.set(side, []);
        if (latencies.length === messages) resolve(latencies);
        else reject(new Error(`${side}: ${latencies.length} messages came instead of ${messages}.`));
      };
      look();
      try {
        return await Promise.race([promise, gone.promise]);
      } finally {
        clearTimeout(lost);
        look = () => {};
      }
    },
    fail: (cause) => gone.reject(cause),
    sample(side) {
      const data = samples.get(side);
      if (data === undefined) throw new Error(`${side} has not heard anything yet.`);
      return data;
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await ended;
    },
  };
}
