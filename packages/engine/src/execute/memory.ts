/**
 * What this node remembers of the database: rows as it last saved or read them. Nothing here is ever trusted for a
 * change: every save names the versions it was decided on, so a row that somebody else changed meanwhile only costs
 * a second decision. It is what makes a batch one round trip instead of two.
 */
import type { AgentSession, DomainEvent, Interaction, Receipt } from '@intray/core';
import { LRUCache } from 'lru-cache';

const MOST_INTERACTIONS = 20_000;
const MOST_SESSIONS = 10_000;
const MOST_TRAYS = 10_000;
const MOST_EXTERNAL_IDS = 50_000;
const MOST_RECEIPTS = 50_000;

export class Memory {
  readonly #interactions: LRUCache<string, Interaction>;
  /** An agent who never logged on (or a program that only brings work in) has none: that is worth knowing too. */
  readonly #sessions: LRUCache<string, AgentSession | 'none'>;
  readonly #trays: LRUCache<string, number>;
  readonly #externalIds: LRUCache<string, string>;
  readonly #receipts: LRUCache<string, Receipt>;

  /** @param most of each kind, if less than usual is to be remembered */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#interactions = new LRUCache({ max: Math.min(most, MOST_INTERACTIONS) });
    this.#sessions = new LRUCache({ max: Math.min(most, MOST_SESSIONS) });
    this.#trays = new LRUCache({ max: Math.min(most, MOST_TRAYS) });
    this.#externalIds = new LRUCache({ max: Math.min(most, MOST_EXTERNAL_IDS) });
    this.#receipts = new LRUCache({ max: Math.min(most, MOST_RECEIPTS) });
  }

  interaction = (id: string): Interaction | undefined => this.#interactions.get(id);
  session = (agentId: string): AgentSession | 'none' | undefined => this.#sessions.get(agentId);
  /** How many rest in a tray, by `workbinKey`. */
  resting = (tray: string): number | undefined => this.#trays.get(tray);
  idOf = (externalId: string): string | undefined => this.#externalIds.get(externalId);
  receipt = (commandId: string): Receipt | undefined => this.#receipts.get(commandId);

  keepInteraction(interaction: Interaction): void {
    this.#interactions.set(interaction.id, interaction);
    if (interaction.externalId !== undefined) this.#externalIds.set(interaction.externalId, interaction.id);
  }

  /** A row that somebody has just read, unless what is known of it is newer: who acts on it need not read it again. */
  learn(interaction: Interaction): void {
    const known = this.#interactions.peek(interaction.id);
    if (known === undefined || known.version < interaction.version) this.keepInteraction(interaction);
  }

  keepSession(agentId: string, session: AgentSession | 'none'): void {
    this.#sessions.set(agentId, session);
  }

  keepResting(tray: string, count: number): void {
    this.#trays.set(tray, count);
  }

  keepReceipt(commandId: string, receipt: Receipt): void {
    this.#receipts.set(commandId, receipt);
  }

  forgetInteraction(id: string): void {
    this.#interactions.delete(id);
  }

  forgetSession(agentId: string): void {
    this.#sessions.delete(agentId);
  }

  forgetResting(tray: string): void {
    this.#trays.delete(tray);
  }

  /** Another node changed something: what is older than that is of no more use. */
  heard(event: DomainEvent, agentsConcerned: readonly string[]): void {
    if (event.subject === 'agent') {
      const known = this.#sessions.peek(event.agentId);
      if (known === 'none' || (known !== undefined && known.version < event.version))
        this.#sessions.delete(event.agentId);
      return;
    }
    const known = this.#interactions.peek(event.interactionId);
    if (known !== undefined && known.version >= event.version) return;
    this.#interactions.delete(event.interactionId);
    // Their loads may have changed with it, and the event does not say to what.
    for (const agentId of agentsConcerned) this.#sessions.delete(agentId);
  }
}
