/** What waits, as the router's picture is told of it: read from the database at first, and kept up with what is heard. */
import type { Instant, Interaction, RoutingPicture, WaitingItem } from '@intray/core';
import type { Waiting } from '@intray/store';
import { LRUCache } from 'lru-cache';
import type { Change } from './change.ts';
import { justArrived, type QueueReading } from './queue-reading.ts';

/** More is not kept in memory: the database keeps it. A piece of work takes about half a kilobyte. */
export const MOST_WAITING = 1_500_000;
const MOST_PLACES = 50_000;

interface OldPlace {
  readonly queue: string;
  readonly placedAt: Instant;
  readonly sequence: number;
}

export class WaitingWork {
  readonly #picture: RoutingPicture;
  readonly #reading: QueueReading;
  /** The places of work that was offered: declined, it finds its place again. */
  readonly #places: LRUCache<string, OldPlace>;

  /** @param mostPlaces how many places of offered work are remembered */
  constructor(picture: RoutingPicture, reading: QueueReading, mostPlaces = MOST_PLACES) {
    this.#places = new LRUCache({ max: mostPlaces });
    this.#picture = picture;
    this.#reading = reading;
  }

  /** There is more in the database, and room for it. */
  get readable(): boolean {
    return !this.#reading.complete && this.#picture.size < MOST_WAITING;
  }

  /**
   * Reads one page of each queue that has more; after each page, `after` is called.
   * @param stale more is known of it already than was read
   */
  async readOn(now: () => Instant, stale: (item: Waiting) => boolean, after: () => void): Promise<void> {
    for await (const { found, meanwhile } of this.#reading.pages()) {
      for (const item of found)
        if (!stale(item)) this.#found(item, now());
        // Being offered, perhaps in vain: nobody reads here again, so it has to come back to this place.
        else this.took(item);
      // It may be on the page as well, and then that tells its place.
      for (const item of meanwhile) if (!stale(item)) this.#found(this.#inOldPlace(item), now());
      after();
      if (this.#picture.size >= MOST_WAITING) return;
    }
  }

  /** Its place, for when it comes back. */
  took({ id, queue, placedAt, sequence }: WaitingItem): void {
    this.#places.set(id, { queue, placedAt, sequence });
  }

  putBack(item: WaitingItem, now: Instant): void {
    const there = this.#inOldPlace(item);
    if (this.#reading.covers(there)) this.#picture.put(there, now, false);
  }

  changed({ interaction, returned }: Change, now: Instant): void {
    const known = this.#picture.item(interaction.id);
    const item = this.itemFrom({ interaction, returned });
    if (interaction.state === 'Invited' && known !== undefined) this.took(known);
    if (item === undefined || !this.#reading.covers(item)) this.#picture.remove(interaction.id);
    else this.#picture.put(item, now, !returned && known?.queue !== item.queue);
  }

  /** As it waits; `undefined` if it does not. */
  itemFrom({ interaction, returned }: Change): WaitingItem | undefined {
    if (interaction.state !== 'Queued') return undefined;
    const { id, version, queue, mediaType, priority, placedAt, exclusions } = interaction;
    const { preferredAgent, requested } = interaction;
    return {
      ...{ id, version, queue, mediaType, priority, placedAt, exclusions },
      sequence: this.#sequenceOf(interaction, returned),
      ...(preferredAgent === undefined ? {} : { preferredAgent }),
      ...(requested === undefined ? {} : { requested }),
    };
  }

  /** What came to the same queue at the same moment as it was known to is where it was. Offered before anybody here looked, it was there before all that has come since. */
  #sequenceOf(interaction: Interaction, returned: boolean): number {
    const old = this.#oldPlaceOf(interaction);
    return old?.sequence ?? (returned ? 0 : justArrived(interaction.placedAt));
  }

  #inOldPlace(item: WaitingItem): WaitingItem {
    const old = this.#oldPlaceOf(item);
    return old === undefined ? item : { ...item, sequence: old.sequence };
  }

  /** Where it is known to have been, if it has not come to a queue anew since. */
  #oldPlaceOf({ id, queue, placedAt }: Pick<WaitingItem, 'id' | 'queue' | 'placedAt'>): OldPlace | undefined {
    const old = this.#picture.item(id) ?? this.#places.get(id);
    return old?.queue === queue && old.placedAt === placedAt ? old : undefined;
  }

  /** Heard of meanwhile, it may be known as newer than it was read. */
  #found(item: Waiting, now: Instant): void {
    const known = this.#picture.item(item.id);
    if (known !== undefined && known.version > item.version) return;
    this.#picture.put(item, now, known === undefined);
  }
}
