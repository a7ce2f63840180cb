/** The auditor of the router: whom it offers what, and what it leaves waiting. */
import {
  type AgentSession,
  type ContactCentre,
  holders,
  type Interaction,
  type InteractionEvent,
} from '@intray/core';
import type { SaveBatch } from '@intray/store';
import type { KeptInteraction, MemoryDatabase } from '@intray/store/memory';
import type { Centres } from './centres.ts';
import type { Scheduler } from './scheduler.ts';
import type { Verdict } from './verdict.ts';

export interface OffersParts {
  readonly scheduler: Scheduler;
  readonly database: MemoryDatabase;
  readonly centres: Centres;
  readonly verdict: Verdict;
  /** Since when nothing has gone wrong that would excuse the router. */
  readonly calmSince: () => number;
}

interface Offer {
  readonly interaction: Interaction;
  readonly agentId: string;
}

/** Work and somebody free to take it, each in the version in which they were. */
export interface IdlePair {
  readonly interactionId: string;
  readonly version: number;
  readonly agentId: string;
  /** Of the session: who was given something and is free again was not idle in between. */
  readonly session: number;
}

/** Troubles are over for good when this has passed: the engine is patient for ten seconds. */
const ALL_CLEAR = 15_000;
/** What has stood unchanged for so long, every server has heard of. */
const KNOWN = 3_000;
/**
 * The order is that of each queue. Between two the router does not know it exactly: how far each has been read differs.
 * So only work that has waited this much longer must go first.
 */
const LONG = 45_000;

export class Offers {
  readonly #parts: OffersParts;
  readonly #changedAt = new Map<string, number>();
  /** As they were before the batch: an agent may log off in the very commit that brings an offer. */
  readonly #sessions = new Map<string, AgentSession>();
  #offered: Offer[] = [];

  constructor(parts: OffersParts) {
    this.#parts = parts;
  }

  /** Hears of each event, before the rows are looked at. */
  heard(
    event: InteractionEvent,
    before: Interaction,
    after: Interaction,
    carried: (agentId: string, mediaType: string) => number,
  ): void {
    this.#changedAt.set(after.id, this.#parts.scheduler.now);
    if (event.type !== 'AgentInvited' || event.by !== '@router') return;
    const { agentId } = event.data;
    this.#checkOffer(event.at, agentId, before, carried);
    this.#offered.push({ interaction: after, agentId });
  }

  /** A batch is kept whole. */
  kept({ sessions }: SaveBatch): void {
    for (const offer of this.#offered) this.#checkTurn(offer);
    for (const { after } of sessions) {
      this.#sessions.set(after.agentId, after);
      this.#changedAt.set(after.agentId, this.#parts.scheduler.now);
    }
    this.#offered = [];
  }

  #checkOffer(
    at: number,
    agentId: string,
    interaction: Interaction,
    carried: (agentId: string, mediaType: string) => number,
  ): void {
    const { database, centres, verdict } = this.#parts;
    const { mediaType, queue, exclusions } = interaction;
    const session = database.sessions.get(agentId);
    const centresNow = centres.recent();
    const excluded = exclusions.some((one) => one.agentId === agentId && at < one.until);
    verdict.holds('nobody is offered what they have just declined', !excluded, () => ({
      agentId,
      interaction,
    }));
    verdict.holds(
      'nobody is offered more than their capacity',
      centresNow.some((centre) => carried(agentId, mediaType) < capacityFor(agentId, mediaType, centre)),
      () => ({ agentId, interaction, carried: carried(agentId, mediaType) }),
    );
    verdict.holds(
      'offers go to those who are logged on, reachable, ready and of the queue',
      [session, this.#sessions.get(agentId)].some((one) => isReady(one, mediaType)) &&
        centresNow.some((centre) => isFed(agentId, queue, centre)),
      () => ({ session, interaction }),
    );
  }

  /** Nothing that the agent could have been offered stood before it. */
  #checkTurn({ interaction, agentId }: Offer): void {
    const { database, verdict } = this.#parts;
    if (!this.#isClear()) return;
    const own = database.interactions.get(interaction.id);
    if (own === undefined) return;
    for (const other of database.open.values()) {
      const passed =
        other.row.mediaType === interaction.mediaType &&
        comesBefore(other, own) &&
        (other.row.queue === interaction.queue || interaction.placedAt - other.row.placedAt > LONG) &&
        !this.#isNews(other.row.id) &&
        this.#mayHave(agentId, other.row);
      verdict.holds('the highest priority goes first, and among equals what waited longest', !passed, () => ({
        offered: own,
        passedOver: other,
        agentId,
      }));
    }
  }

  /** Work that waits while somebody who may have it is free. */
  idlePairs(): readonly IdlePair[] {
    const { database, centres } = this.#parts;
    const centre = centres.newest;
    const pairs: IdlePair[] = [];
    for (const { row } of database.open.values())
      for (const session of database.sessions.values()) {
        const { agentId } = session;
        if (this.#isFree(session, row.mediaType, centre) && this.#mayHave(agentId, row))
          pairs.push({ interactionId: row.id, version: row.version, agentId, session: session.version });
      }
    return pairs;
  }

  /** After a while of quiet: whoever is gone has no offers, nor the work that is not to stay on their desk. */
  checkNobodyGone(): void {
    const { database, verdict } = this.#parts;
    for (const { row } of database.open.values())
      for (const agentId of holders(row)) {
        const session = database.sessions.get(agentId);
        const there = session?.active === true && session.reachable;
        const stays = row.handler === agentId && row.mediaType === 'claim';
        verdict.holds(
          'nobody who is gone keeps what is not theirs to keep',
          there || stays || this.#isNews(row.id) || this.#isNews(agentId),
          () => ({ session, row }),
        );
      }
  }

  #isFree(session: AgentSession, mediaType: string, centre: ContactCentre): boolean {
    const { agentId, leaseUntil = 0 } = session;
    return (
      isReady(session, mediaType) &&
      leaseUntil > this.#parts.scheduler.now + KNOWN &&
      (session.load[mediaType] ?? 0) < capacityFor(agentId, mediaType, centre)
    );
  }

  #mayHave(agentId: string, { state, queue, exclusions }: Interaction): boolean {
    const { centres, scheduler } = this.#parts;
    return (
      state === 'Queued' &&
      isFed(agentId, queue, centres.newest) &&
      !exclusions.some((one) => one.agentId === agentId && scheduler.now < one.until + KNOWN)
    );
  }

  /** A piece of work or a session that changed so lately that not every server need have heard of it. */
  #isNews(id: string): boolean {
    return this.#parts.scheduler.now - (this.#changedAt.get(id) ?? 0) <= KNOWN;
  }

  #isClear(): boolean {
    const { scheduler, centres, calmSince } = this.#parts;
    return scheduler.now - Math.max(calmSince(), centres.changedAt) > ALL_CLEAR;
  }
}

const isReady = (session: AgentSession | undefined, mediaType: string): boolean =>
  session?.active === true && session.reachable && session.channels[mediaType]?.ready === true;

/** The agent's own figure, else the medium's. Written here again, so that a mistake in the rules does not excuse itself. */
function capacityFor(agentId: string, mediaType: string, { config }: ContactCentre): number {
  const own = config.agents.find(({ id }) => id === agentId)?.capacity?.[mediaType];
  return own ?? config.mediaTypes.find(({ id }) => id === mediaType)?.capacity ?? 0;
}

function isFed(agentId: string, queue: string, { config }: ContactCentre): boolean {
  const groups = config.queues.find(({ id }) => id === queue)?.agentGroups ?? [];
  return config.agentGroups.some(({ id, members }) => groups.includes(id) && members.includes(agentId));
}

/** What came within one millisecond has waited equally long, in whatever order two servers saved it. */
const comesBefore = ({ row: one }: KeptInteraction, { row: other }: KeptInteraction): boolean =>
  one.priority > other.priority || (one.priority === other.priority && one.placedAt < other.placedAt);
