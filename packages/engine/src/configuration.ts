/** The contact centre as it is configured now, kept up with what other nodes save. */
import {
  type ConfigurationVersion,
  type ContactCentre,
  contactCentre,
  type Reconfiguration,
  reconfiguration,
} from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

const POLL = 2_000;

export interface ConfigurationParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

export class Configuration {
  readonly #parts: ConfigurationParts;
  readonly #listeners = new Set<(changed: Reconfiguration) => void>();
  #present: { readonly version: number; readonly centre: ContactCentre } | undefined;
  #poll: { cancel(): void } | undefined;
  #hints: { stop(): Promise<void> } | undefined;
  #running = false;

  constructor(parts: ConfigurationParts) {
    this.#parts = parts;
  }

  /** @throws Error before the first `reload` */
  centre = (): ContactCentre => {
    if (this.#present === undefined)
      throw new Error('The configuration has not been loaded. Start the engine first.');
    return this.#present.centre;
  };

  /** Of the contact centre that `centre` answers at the same moment. */
  version = (): number => this.#present?.version ?? 0;

  /** Hears of every new version but the first. What is different is found out once, however many listen. */
  onChange = (listener: (changed: Reconfiguration) => void): { stop(): void } => {
    this.#listeners.add(listener);
    return { stop: () => void this.#listeners.delete(listener) };
  };

  /**
   * Reads the newest configuration.
   * @throws Error if there is none, or if it refers to what does not exist
   */
  async reload(): Promise<void> {
    const newest = await this.#parts.store.configurationAfter(this.version());
    if (newest === undefined && this.#present === undefined)
      throw new Error(
        'There is no contact centre to serve: the database holds no configuration. Save one, then start again.',
      );
    if (newest !== undefined) this.take(newest);
  }

  /** Takes a version into force that was read, or was written here a moment ago. */
  take({ version, config }: Pick<ConfigurationVersion, 'version' | 'config'>): void {
    // Two readings may overtake each other; what is newer stays.
    if (version <= this.version()) return;
    const before = this.#present?.centre;
    this.#present = { version, centre: contactCentre(config) };
    if (before === undefined || this.#listeners.size === 0) return;
    const changed = reconfiguration(before, this.#present.centre);
    for (const listener of [...this.#listeners]) listener(changed);
  }

  async start(): Promise<void> {
    await this.reload();
    if (this.#running) return;
    this.#hints = await this.#parts.store.onConfiguration(() => void this.#look());
    this.#running = true;
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#poll?.cancel();
    await this.#hints?.stop();
    this.#hints = undefined;
  }

  async #look(): Promise<void> {
    try {
      await this.reload();
    } catch (failure) {
      this.#parts.log.warn(
        { err: failure },
        'The configuration could not be read anew; the last good one stays in force.',
      );
    }
  }

  #schedule(): void {
    if (!this.#running) return;
    this.#poll = this.#parts.clock.at(this.#parts.clock.now() + POLL, async () => {
      await this.#look();
      this.#schedule();
    });
  }
}
