/**
 * What this node has committed and not told yet. Several saves of a node are under way at a time, and the answers come
 * in any order; `own-place.ts` of the store says when the events of one may be told. What is not told when every save
 * that was under way at the same time has ended has to be read: it waits for somebody else's transaction.
 */
import { isAfter, type Published } from '@intray/store';

/** A save that is under way, from before it is sent until it has been answered. */
export type Save = number;

interface Early {
  readonly published: Published;
  /** Saves that were under way when it was committed: they may be what comes before it. */
  readonly waitsFor: Set<Save>;
}

/** A transaction can only be named as running by saves that were under way with it. */
const MOST_REMEMBERED = 64;

export class OwnCommits {
  readonly #underWay = new Set<Save>();
  readonly #told = new Set<string>();
  #early: Early[] = [];
  #last: Save = 0;

  begin(): Save {
    this.#last += 1;
    this.#underWay.add(this.#last);
    return this.#last;
  }

  end(save: Save): void {
    this.#underWay.delete(save);
    for (const { waitsFor } of this.#early) waitsFor.delete(save);
  }

  add(save: Save, published: Published): void {
    const waitsFor = new Set(this.#underWay);
    waitsFor.delete(save);
    this.#early.push({ published, waitsFor });
  }

  /** The next batch that may be told after `cursor`, which is then taken for told. Forgets what a read has told. */
  next(cursor: string): Published | undefined {
    for (const one of this.#early) if (!isAfter(ends(one.published).last, cursor)) this.#tell(one);
    const next = this.#early.find(
      ({ published }) =>
        isAfter(ends(published).first, cursor) &&
        !isAfter(published.after, cursor) &&
        published.running.every((transaction) => this.#told.has(transaction)),
    );
    if (next !== undefined) this.#tell(next);
    return next?.published;
  }

  /** The last event of those that have to be read, if there are any. They are not asked for again. */
  overdue(): string | undefined {
    const overdue = this.#early.filter(({ waitsFor }) => waitsFor.size === 0);
    this.#early = this.#early.filter(({ waitsFor }) => waitsFor.size > 0);
    return overdue
      .map(({ published }) => ends(published).last)
      .reduce<string | undefined>(
        (last, cursor) => (last === undefined || isAfter(cursor, last) ? cursor : last),
        undefined,
      );
  }

  #tell(one: Early): void {
    this.#early = this.#early.filter((other) => other !== one);
    this.#told.add(one.published.transaction);
    for (const oldest of this.#told) {
      if (this.#told.size <= MOST_REMEMBERED) break;
      this.#told.delete(oldest);
    }
  }
}

/** The cursors of the first and the last event; a batch that was published has at least one. */
function ends({ entries }: Published): { readonly first: string; readonly last: string } {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) throw new Error('Expected a batch with events.');
  return { first: first.cursor, last: last.cursor };
}
