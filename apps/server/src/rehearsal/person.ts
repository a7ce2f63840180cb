/** Somebody who works through what is offered: logs on in the morning, accepts, takes some time, completes, goes home. */
import { type Command, type ContactCentre, type InteractionEvent, user } from '@intray/core';
import type { Engine } from '@intray/engine';
import type { Chance } from './chance.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface PersonParts {
  readonly engine: Engine;
  readonly clock: VirtualClock;
  readonly centre: ContactCentre;
  readonly chance: Chance;
  /** How long a piece of work takes, in minutes. */
  readonly minutes: { readonly least: number; readonly most: number };
}

/** Seconds until an offer is answered. */
const ANSWERS_AFTER = { least: 3, most: 20 };

export class Person {
  readonly agentId: string;
  readonly #parts: PersonParts;
  #atWork = false;
  #inHand = 0;
  #session = 0;

  constructor(agentId: string, parts: PersonParts) {
    this.agentId = agentId;
    this.#parts = parts;
  }

  async comes(): Promise<void> {
    const { centre } = this.#parts;
    const channels = [...centre.mediaTypes.keys()].map((mediaType) => ({ mediaType, ready: true }));
    this.#atWork = true;
    this.#session += 1;
    await this.#give({ type: 'startSession', agentId: this.agentId, channels });
    this.#renew(this.#session);
  }

  /** Takes nothing more, and goes when what is in hand is finished. */
  async goes(): Promise<void> {
    this.#atWork = false;
    await this.#give({ type: 'setNotReady', agentId: this.agentId });
    await this.#leave();
  }

  /** Something happened to a piece of work: if it is offered to this person, they will answer. */
  hear(event: InteractionEvent): void {
    if (event.type !== 'AgentInvited' || event.data.agentId !== this.agentId) return;
    const { clock, chance } = this.#parts;
    const answersAt = clock.now() + chance(ANSWERS_AFTER.least, ANSWERS_AFTER.most) * 1_000;
    this.#inHand += 1;
    clock.at(answersAt, () => this.#work(event.interactionId));
  }

  async #work(interactionId: string): Promise<void> {
    const { clock, chance, minutes } = this.#parts;
    const seconds = chance(minutes.least * 60, minutes.most * 60);
    if (await this.#give({ type: 'accept', interactionId }))
      clock.at(clock.now() + seconds * 1_000, () => this.#finish(interactionId));
    else this.#inHand -= 1;
  }

  async #finish(interactionId: string): Promise<void> {
    const [disposition] = this.#parts.centre.config.dispositions;
    const said = disposition === undefined ? {} : { disposition: disposition.id };
    await this.#give({ type: 'complete', interactionId, ...said });
    this.#inHand -= 1;
    await this.#leave();
  }

  async #leave(): Promise<void> {
    if (this.#atWork || this.#inHand > 0) return;
    this.#session += 1;
    await this.#give({ type: 'endSession', agentId: this.agentId });
  }

  #renew(session: number): void {
    const { clock, centre } = this.#parts;
    clock.at(clock.now() + (centre.settings.leaseSeconds * 1_000) / 3, async () => {
      if (this.#session !== session) return;
      await this.#give({ type: 'renewLease', agentId: this.agentId });
      this.#renew(session);
    });
  }

  /** Answers whether it was done: an offer may be over before it is accepted. */
  async #give(command: Command): Promise<boolean> {
    return (await this.#parts.engine.execute({ command, actor: user(this.agentId) })).ok;
  }
}
