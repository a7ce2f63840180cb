/** Drafts on the encrypted shelf: read once at the start, written after each change. */
import type { Bridge } from '../shared/bridge.ts';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @throws Error when what is kept is no list of drafts */
export async function keptDrafts(bridge: Pick<Bridge, 'readKept' | 'keep'>): Promise<Shelf> {
  const answer = await bridge.readKept({ shelf: 'drafts' });
  const text = answer.ok ? answer.value : null;
  const drafts = new Map<string, string>(text === null ? [] : Object.entries(JSON.parse(text)));
  let writing: Promise<unknown> = Promise.resolve();
  const write = () => {
    writing = writing.then(() =>
      bridge.keep({
        shelf: 'drafts',
        text: drafts.size === 0 ? '' : JSON.stringify(Object.fromEntries(drafts)),
      }),
    );
  };
  return {
    getItem: (name) => drafts.get(name) ?? null,
    setItem(name, value) {
      drafts.set(name, value);
      write();
    },
    removeItem(name) {
      if (drafts.delete(name)) write();
    },
  };
}
