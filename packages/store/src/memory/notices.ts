/** Notifications between the stores of one database. */

type Channel = 'hint' | 'configuration';

interface Listener {
  /** Whose: nobody is told of their own hints. */
  readonly owner: unknown;
  readonly tell: () => void;
}

export class Notices {
  readonly #listeners: Record<Channel, Set<Listener>> = { hint: new Set(), configuration: new Set() };

  listen(channel: Channel, listener: Listener): () => void {
    this.#listeners[channel].add(listener);
    return () => void this.#listeners[channel].delete(listener);
  }

  /** @param from who is left out; `undefined` leaves out nobody */
  send(channel: Channel, from: unknown): void {
    for (const { owner, tell } of [...this.#listeners[channel]])
      if (from === undefined || owner !== from) tell();
  }
}
