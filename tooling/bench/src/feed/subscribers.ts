/** Starts the process with the subscribers and hears what they have received. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './conversation.ts';

const PROGRAM = fileURLToPath(new URL('./subscribers-process.ts', import.meta.url));
/** Events that have not arrived after so long will not arrive, in milliseconds. */
const LOST_AFTER = 20_000;

export interface Subscribers extends AsyncDisposable {
  /** Resolves when all of them are connected. */
  open(order: Order): Promise<void>;
  /** Resolves when a side's subscribers have together received so many events since they were opened. */
  received(side: string, events: number): Promise<void>;
  /** The first event that a side received, as it came. */
  sample(side: string): string;
}

export function startSubscribers(): Subscribers {
  const child = fork(PROGRAM, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const counts = new Map<string, number>();
  const samples = new Map<string, string>();
  const opened = new Map<string, () => void>();
  const waiting = new Set<{ readonly side: string; readonly events: number; readonly resolve: () => void }>();
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(() => {});

  child.on('message', (report: Report) => {
    switch (report.kind) {
      case 'open':
        opened.get(report.side)?.();
        break;
      case 'sample':
        samples.set(report.side, report.frame);
        break;
      case 'received':
        counts.set(report.side, report.events);
        for (const one of waiting) if (one.side === report.side && one.events <= report.events) one.resolve();
        break;
      case 'failed':
        gone.reject(new Error(`A subscriber failed: ${report.reason}`));
        break;
    }
  });
  child.once('exit', (code) => gone.reject(new Error(`The subscribers' process ended with ${code}.`)));

  return {
    async open(order) {
      const { promise, resolve } = Promise.withResolvers<void>();
      opened.set(order.side, resolve);
      child.send(order);
      await Promise.race([promise, gone.promise]);
    },
    async received(side, events) {
      if ((counts.get(side) ?? 0) >= events) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const one = { side, events, resolve };
      waiting.add(one);
      const lost = setTimeout(() => {
        reject(new Error(`${side}: ${counts.get(side) ?? 0} of ${events} events arrived, and then no more.`));
      }, LOST_AFTER);
      try {
        await Promise.race([promise, gone.promise]);
      } finally {
        clearTimeout(lost);
        waiting.delete(one);
      }
    },
    sample(side) {
      const frame = samples.get(side);
      if (frame === undefined) throw new Error(`${side} has not received anything yet.`);
      return frame;
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await ended;
    },
  };
}
