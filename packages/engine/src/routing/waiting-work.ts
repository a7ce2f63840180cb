/** The router's picture of what waits: a lane for each queue and medium. It is read from the database where somebody
 * has room, and kept up with what is heard. */
import type { ContactCentre, Interaction } from '@intray/core';
import type { Store, WaitingPlace } from '@intray/store';
import { LRUCache } from 'lru-cache';
import type { Change } from './change.ts';
import { inOrder, isProvisional, justArrived, Lane, type LaneView, type WaitingItem } from './lane.ts';

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

  changed(change: Change): void {
    const { id, state } = change.interaction;
    const from = this.#laneWith(change.interaction);
    const item = this.#itemFrom(change, from);
    const before = from?.remove(id);
    if (state === 'Invited' && before !== undefined) this.#places.set(id, before);
    if (state !== 'Queued') return;
    const lane = this.#lane(change.interaction);
    if (item === undefined) lane?.reset();
    else lane?.add(item);
  }

  /**
   * The lanes as they would be after changes that are decided and not saved yet. Asking changes nothing. Media in which
   * the order would not be known for sure are left out.
   * @param taken ids that are being offered already
   */
  after(changes: readonly Change[], taken: (id: string) => boolean): readonly LaneView[] {
    const unsure = new Set<string>();
    const gone = new Set<string>();
    const come = new Map<Lane, WaitingItem[]>();
    const touched = new Set<Lane>();
    for (const change of changes) {
      const { id, state, mediaType } = change.interaction;
      const from = this.#laneWith(change.interaction);
      if (from !== undefined) touched.add(from);
      gone.add(id);
      if (state !== 'Queued' || taken(id)) continue;
      const item = this.#itemFrom(change, from);
      const lane = this.#lane(change.interaction);
      if (item === undefined) unsure.add(mediaType);
      else if (lane?.knows(item)) come.set(lane, [...(come.get(lane) ?? []), item]);
    }
    return [...this.lanes()].flatMap((lane): readonly LaneView[] => {
      const { queue, mediaType, readable } = lane;
      if (unsure.has(mediaType)) return [];
      const added = come.get(lane);
      if (added === undefined && !touched.has(lane)) return [lane];
      const items = [...lane.items.filter(({ id }) => !gone.has(id)), ...(added ?? [])].sort(inOrder);
      return [{ queue, mediaType, readable, items }];
    });
  }

  /** `undefined`: its old place has no number we know; only the database knows where it waits. */
  #itemFrom({ interaction, returned }: Change, from: Lane | undefined): WaitingItem | undefined {
    const { id, queue, mediaType, priority, exclusions, preferredAgent } = interaction;
    const place =
      (returned ? this.#places.get(id) : undefined) ?? (from?.queue === queue ? from.find(id) : undefined);
    if (returned && (place === undefined || isProvisional(place))) return undefined;
    const sequence = place?.sequence ?? justArrived();
    const preferred = preferredAgent === undefined ? {} : { preferredAgent };
    return { id, queue, mediaType, priority, sequence, exclusions, ...preferred };
  }

  /** The lane that has it now, which may be another queue's. */
  #laneWith({ id, mediaType }: Interaction): Lane | undefined {
    for (const byMedia of this.#lanes.values()) {
      const lane = byMedia.get(mediaType);
      if (lane?.has(id)) return lane;
    }
    return undefined;
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
