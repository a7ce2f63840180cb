/** A server, or several behind one door, with everybody at work on it; and what everybody has to show for it. */
import { setTimeout as after } from 'node:timers/promises';
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
  /** No new work; everything gets done, and everybody hears of it. Answers the books as they then are: if not all is done within three minutes, that is in them. */
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
  const soon = <T>(what: string, promise: Promise<T>) =>
    within(WORK_GOES_ON_WITHIN, what, Promise.race([stopped, load.while(promise)]));
  const soonOrNever = async (promise: Promise<void>): Promise<void> => {
    const over = new AbortController();
    const never = after(DRAINED_WITHIN, undefined, { signal: over.signal });
    never.catch(() => {});
    await Promise.race([stopped, load.while(promise), never]);
    over.abort();
  };

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
      await soonOrNever(load.drain());
      const settled = await books();
      if (ledger.open > 0) return settled;
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
