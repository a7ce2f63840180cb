/** The router's picture of what waits: a lane for each queue and medium. It is read from the database where somebody
 * has room, and kept up with what is heard. */
import type { ContactCentre, Interaction } from '@intray/core';
import type { Store, WaitingPlace } from '@intray/store';
import { LRUCache } from 'lru-cache';
import { isProvisional, justArrived, Lane, type WaitingItem } from './lane.ts';

const SLICE = 500;
const MOST_PLACES = 50_000;

export class WaitingWork {
  readonly #store: Store;
  readonly #lanes = new Map<string, Map<string, Lane>>();
  /** The places of work that was offered: declined, it finds its place again. */
  readonly #places = new LRUCache<string, WaitingPlace>({ max: MOST_PLACES });
  readonly #reading = new Set<Lane>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Forgets everything and has a lane for whatever may wait in this contact centre. */
  reset(centre: ContactCentre): void {
    for (const lane of this.lanes()) lane.reset();
    this.#lanes.clear();
    this.#places.clear();
    for (const queue of centre.queues.keys())
      this.#lanes.set(
        queue,
        new Map([...centre.mediaTypes.keys()].map((media) => [media, new Lane(queue, media)])),
      );
  }

  *lanes(): Generator<Lane> {
    for (const byMedia of this.#lanes.values()) yield* byMedia.values();
  }

  /** Takes an item out because it is being offered. */
  take(item: WaitingItem): void {
    this.#lane(item)?.remove(item.id);
    this.#places.set(item.id, { priority: item.priority, sequence: item.sequence });
  }

  putBack(item: WaitingItem): void {
    this.#lane(item)?.add(item);
  }

  /**
   * What became of an interaction.
   * @param returned an offer of it was over without being accepted, so it is back at its old place
   */
  changed(interaction: Interaction, returned: boolean): void {
    const { id, state, queue, mediaType, priority, exclusions, preferredAgent } = interaction;
    let place: WaitingPlace | undefined = returned ? this.#places.get(id) : undefined;
    for (const lane of this.lanes()) {
      if (!lane.has(id)) continue;
      const before = lane.remove(id);
      if (lane.queue === queue && before !== undefined) place ??= before;
    }
    if (state !== 'Queued') return;
    const lane = this.#lanes.get(queue)?.get(mediaType);
    // Its old place has no number we know: read the lane again, where it has one.
    if (returned && (place === undefined || isProvisional(place))) lane?.reset();
    else
      lane?.add({
        id,
        queue,
        mediaType,
        priority,
        sequence: place?.sequence ?? justArrived(),
        exclusions,
        ...(preferredAgent === undefined ? {} : { preferredAgent }),
      });
  }

  /** Reads a lane on by one slice. `false`: somebody is at it already. */
  async read(lane: Lane, taken: (id: string) => boolean): Promise<boolean> {
    if (this.#reading.has(lane)) return false;
    this.#reading.add(lane);
    try {
      const { after, epoch } = lane.beginReading();
      const slice = await this.#store.waiting(lane.queue, SLICE, after);
      lane.extend(epoch, slice, slice.length < SLICE, taken);
      return true;
    } finally {
      this.#reading.delete(lane);
    }
  }

  #lane = ({ queue, mediaType }: { queue: string; mediaType: string }): Lane | undefined =>
    this.#lanes.get(queue)?.get(mediaType);
}
