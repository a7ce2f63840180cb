/** A server, or several behind one door, with everybody at work on it; and what everybody has to show for it. */
import type { Books } from './books.ts';
import { Ledger } from './ledger.ts';
import { startLoad } from './load.ts';
import { within } from './patience.ts';

export interface UnderLoad {
  readonly ledger: Ledger;
  /** The promise's value, unless somebody cannot go on, the run is stopped, or it takes longer than a minute. */
  soon<T>(what: string, promise: Promise<T>): Promise<T>;
  /** Resolves when so much more work has been acknowledged that the load is up to speed. */
  someWork(what: string): Promise<void>;
  /** No new work; everything gets done, and everybody hears of it. Answers the books as they then are. */
  settle(books: () => Promise<Books>): Promise<Books>;
  /** Everybody leaves. */
  end(): Promise<void>;
}

/** The load is up to speed, and after a kill work has gone on, when so many more commands have been acknowledged. */
const SOME_WORK = 60;
const WORK_GOES_ON_WITHIN = 60_000;
const DRAINED_WITHIN = 180_000;

export async function putUnderLoad(url: string, seed: number, signal: AbortSignal): Promise<UnderLoad> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  stopped.catch(() => {});
  const ledger = new Ledger();
  const load = await startLoad(url, ledger, seed, signal);
  const inTime = <T>(ms: number, what: string, promise: Promise<T>) =>
    within(ms, what, Promise.race([stopped, load.while(promise)]));
  const soon = <T>(what: string, promise: Promise<T>) => inTime(WORK_GOES_ON_WITHIN, what, promise);

  return {
    ledger,
    soon,
    someWork(what) {
      const wanted = ledger.count + SOME_WORK;
      return soon(
        what,
        ledger.until(() => ledger.count >= wanted),
      );
    },
    async settle(books) {
      await inTime(DRAINED_WITHIN, 'The end of all work', load.drain());
      const settled = await books();
      const versions = settled.interactions.reduce((sum, { interaction }) => sum + interaction.version, 0);
      await soon(
        'The end of the feed',
        ledger.until(() => ledger.told >= versions),
      );
      return settled;
    },
    end: () => load.end(),
  };
}
