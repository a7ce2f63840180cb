/**
 * A store that is asked one thing at a time, in the order in which it was asked: however long a database takes, things
 * happen in the same order as on one that answers at once, and it can be waited for until nobody asks any more.
 */
import { isAfter, type Saved, type Store } from '@intray/store';

export interface OneByOne {
  readonly store: Store;
  /** Resolves when nothing is asked or answered, and nobody has anything left to do without time going on. */
  atRest(): Promise<void>;
}

type Ask = <Answer>(question: () => Promise<Answer>) => Promise<Answer>;

/** @param store nobody else works on its database */
export function oneByOne(store: Store): OneByOne {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  const ask: Ask = (question) => {
    asked += 1;
    const answer = last.then(question);
    last = Promise.allSettled([answer]);
    return answer;
  };

  async function atRest(): Promise<void> {
    for (let before = -1; before !== asked; ) {
      before = asked;
      await last;
      await everybodyHasSpoken();
    }
  }

  const own: Partial<Store> = {
    save: (batch) => ask(async () => visible(store, await store.save(batch))),
    // Nobody else listens, and a hint takes its time.
    hint: async () => {},
    async becomeRouter() {
      const lock = await ask(() => store.becomeRouter());
      return lock && { ...lock, release: () => ask(() => lock.release()) };
    },
    onHint: async (listener) => stoppedInTurn(await ask(() => store.onHint(listener)), ask),
    onConfiguration: async (listener) => stoppedInTurn(await ask(() => store.onConfiguration(listener)), ask),
  };
  const asking = new Proxy(store, {
    get(target, name) {
      const replaced: unknown = Reflect.get(own, name);
      if (replaced !== undefined) return replaced;
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => ask(async () => Reflect.apply(value, target, given));
    },
  });
  return { store: asking, atRest };
}

const stoppedInTurn = (heard: { stop(): Promise<void> }, ask: Ask) => ({
  stop: () => ask(() => heard.stop()),
});

/**
 * Answers when the feed can tell what was saved: it waits for older transactions of the whole database server, and
 * time must not go on meanwhile. They are none of ours, so they leave nothing that would have to be told before.
 */
async function visible(store: Store, saved: Saved): Promise<Saved> {
  if (!saved.ok || saved.published === undefined || saved.published.running.length === 0) return saved;
  const last = saved.published.entries.at(-1)?.cursor ?? '0.0';
  while (isAfter(last, await store.feedEnd())) await everybodyHasSpoken();
  return { ok: true, published: { ...saved.published, running: [] } };
}

/** Resolves when every promise that can go on has gone on. */
const everybodyHasSpoken = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
