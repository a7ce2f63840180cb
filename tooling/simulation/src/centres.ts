/** The configurations that servers may go by at this moment: the newest, and those it has replaced lately. */
import { type ContactCentre, contactCentre } from '@intray/core';
import type { MemoryDatabase } from '@intray/store/memory';
import type { Scheduler } from './scheduler.ts';

/** Servers look every two seconds, and a look may fail. */
const LAG = 12_000;

export class Centres {
  readonly #database: MemoryDatabase;
  readonly #scheduler: Scheduler;
  readonly #made: ContactCentre[] = [];

  constructor(database: MemoryDatabase, scheduler: Scheduler) {
    this.#database = database;
    this.#scheduler = scheduler;
  }

  get newest(): ContactCentre {
    return this.recent().at(-1) as ContactCentre;
  }

  /** When the newest came into force. */
  get changedAt(): number {
    return this.#database.configurations.at(-1)?.at ?? 0;
  }

  /** Oldest first; never empty once there is a configuration. */
  recent(): readonly ContactCentre[] {
    const { configurations } = this.#database;
    for (const { config } of configurations.slice(this.#made.length)) this.#made.push(contactCentre(config));
    const since = this.#scheduler.now - LAG;
    const first = configurations.findLastIndex(({ at }) => at <= since);
    return this.#made.slice(Math.max(0, first));
  }
}
