/**
 * What was typed and not yet sent, kept in this tab under the interaction it belongs to: a reload, an expired login or
 * another item opened in between loses no word.
 */
const PREFIX = 'intray.draft';

export interface DraftKeeper {
  read(subject: string, field: string): string;
  /** An empty text forgets the draft. */
  write(subject: string, field: string, text: string): void;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps drafts on a shelf such as `sessionStorage`, and in memory where the shelf is full or forbidden. */
export function draftKeeper(shelf: () => Shelf): DraftKeeper {
  const memory = new Map<string, string>();
  const nameOf = (subject: string, field: string) => `${PREFIX}:${subject}:${field}`;

  return {
    read(subject, field) {
      const name = nameOf(subject, field);
      const kept = memory.get(name);
      if (kept !== undefined) return kept;
      try {
        return shelf().getItem(name) ?? '';
      } catch {
        return '';
      }
    },
    write(subject, field, text) {
      const name = nameOf(subject, field);
      if (text === '') memory.delete(name);
      else memory.set(name, text);
      try {
        if (text === '') shelf().removeItem(name);
        else shelf().setItem(name, text);
      } catch {
        // Full or forbidden: memory has it for as long as the page lives.
      }
    },
  };
}

let shelf = (): Shelf => sessionStorage;

/** Keeps drafts elsewhere than in this tab, where a shell has a better place. To be called before a draft is read. */
export function keepDraftsOn(better: Shelf): void {
  shelf = () => better;
}

export const drafts: DraftKeeper = draftKeeper(() => shelf());
