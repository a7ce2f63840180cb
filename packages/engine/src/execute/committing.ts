/**
 * Takes a batch of orders to its end: decides it, saves it in one commit, and answers.
 *
 * Three things may come between. *Somebody was faster* (a conflict): what the batch touched is read anew and decided
 * anew. *The database is away* (a transient failure): it is asked again for about ten seconds. *Something is wrong
 * with one order* (any other failure): the orders are done one by one, so that the culprit fails alone. (Offers that
 * had joined the batch are left out first; see `joint-offers.ts`.)
 *
 * What if nobody hears whether a batch was kept: `doubt.ts`.
 */
import {
  type ContactCentre,
  concernsOf,
  type Instant,
  isSessionCommand,
  type Outcome,
  type Refusal,
  workbinKey,
} from '@intray/core';
import type { Published, Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import { type Counters, countBatch } from '../metrics.ts';
import { changesNothing, decideBatch, type GrantedOrder, toSave, type Verdicts } from './batch.ts';
import { type Doubt, doneAlready, doubtOf } from './doubt.ts';
import { gather } from './gather.ts';
import { type Joined, joinOffers, type OfferSource } from './joint-offers.ts';
import type { Memory } from './memory.ts';
import { mayPass, Patience } from './patience.ts';
import type { Ticket } from './ticket.ts';
import type { Gathering, WorkingSet } from './working-set.ts';

/** Hears of each save. */
export interface Saves {
  /** One is about to be sent; answers what to call it. */
  begun(): number;
  /** It was kept: what, and where its events came to lie in the feed. Called before its callers are answered. */
  kept(save: number, granted: readonly GrantedOrder[], published: Published | undefined): void;
  /** It was answered, one way or the other. */
  ended(save: number): void;
}

export interface CommitterParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  /** The version of what `centre` answers at the same moment. */
  readonly configured: () => number;
  /** Takes the newest configuration into force here. */
  readonly reconfigure: () => Promise<void>;
  readonly saves: Saves;
  readonly offers: OfferSource;
  /** Takes a ticket whose "no" rests on remembered rows. */
  readonly lookAgain: (ticket: Ticket) => void;
}

/** One attempt at a batch: what must be known of it if it fails. */
interface Attempt {
  /** Offers may join. */
  readonly joining: boolean;
  joined: number;
  doubt?: Doubt;
}

/** When, and on which configuration, orders were decided. */
interface Decided {
  readonly now: Instant;
  readonly centre: ContactCentre;
  readonly configuration: number;
}

const MOST_CONFLICTS = 5;
const MOST_SECOND_LOOKS = 3;
/** Offers join a batch that often: what has been in the way twice may be the offers themselves. */
const MOST_JOININGS = 2;

export class Committer {
  readonly #parts: CommitterParts;
  readonly #underWay = new Set<WorkingSet>();
  /** Submits lately met external ids that were taken: look before the save instead of failing it. */
  #askExternalIds = false;

  constructor(parts: CommitterParts) {
    this.#parts = parts;
  }

  /** Answers every ticket, or hands it to the second look. Never rejects. */
  async run(tickets: readonly Ticket[], doubts: readonly Doubt[] = []): Promise<void> {
    const patience = new Patience(this.#parts.clock);
    const doubted = [...doubts];
    let open = tickets;
    let afresh = doubts.length > 0;
    let conflicts = 0;
    let joinings = 0;
    while (open.length > 0) {
      const attempt: Attempt = { joining: joinings < MOST_JOININGS, joined: 0 };
      try {
        const set = await this.#gather(open, afresh, doubted);
        open = this.#answerWhatIsDone(open, set, doubted);
        if (await this.#attempt(open, set, attempt)) return;
        this.#parts.counters.conflicts += 1;
        conflicts += 1;
        joinings += 1;
        if (conflicts >= MOST_CONFLICTS && open.length > 1) return await this.#oneByOne(open, doubted);
        if (conflicts >= MOST_CONFLICTS * 4)
          return failAll(
            open,
            new Error(
              'Others changed the same things again and again; nothing was done. Try again in a moment.',
            ),
          );
      } catch (failure) {
        if (mayPass(failure) && attempt.doubt) doubted.push(attempt.doubt);
        this.#parts.counters.retries += 1;
        if (!(await patience.outlasts(failure))) {
          if (!mayPass(failure) && attempt.joined > 0) {
            joinings = MOST_JOININGS;
            continue;
          }
          if (!mayPass(failure) && open.length > 1) return await this.#oneByOne(open, doubted);
          return failAll(open, failure);
        }
      }
      afresh = true;
    }
  }

  /** Another batch is just changing what the ticket will be decided on: decided beside it, one of the two would be in vain. */
  holdsUp({ order: { command, actor } }: Ticket): boolean {
    if (this.#underWay.size === 0) return false;
    const { memory, centre } = this.#parts;
    const known = isSessionCommand(command) ? undefined : memory.interaction(command.interactionId);
    const { agents, workbins } = concernsOf(command, actor, known, centre());
    for (const set of this.#underWay) if (set.changesAnyOf(agents, workbins)) return true;
    return false;
  }

  async #oneByOne(tickets: readonly Ticket[], doubts: readonly Doubt[]): Promise<void> {
    for (const ticket of tickets) await this.run([ticket], doubts);
  }

  #gather(tickets: readonly Ticket[], afresh: boolean, doubts: readonly Doubt[]): Promise<WorkingSet> {
    const receipts = doubts.flatMap(({ marker }) => marker ?? []);
    return gather(tickets, this.#gathering(afresh, receipts));
  }

  #gathering(afresh: boolean, receipts: readonly string[]): Gathering {
    const { store, memory, centre, counters } = this.#parts;
    const counted = () => {
      counters.loads += 1;
    };
    return {
      store,
      memory,
      centre: centre(),
      afresh,
      askExternalIds: this.#askExternalIds,
      receipts,
      counted,
    };
  }

  /** Answers the tickets whose receipt is there already, and answers those that are left. */
  #answerWhatIsDone(
    tickets: readonly Ticket[],
    set: WorkingSet,
    doubts: readonly Doubt[],
  ): readonly Ticket[] {
    if (set.externalIdsAsked > 0) this.#askExternalIds = set.externalIdsFound > 0;
    return tickets.filter((ticket) => {
      const { commandId } = ticket.order;
      const receipt = doneAlready(ticket, set.receipts, doubts);
      if (receipt === undefined) return true;
      if (commandId !== undefined) this.#parts.memory.keepReceipt(commandId, receipt);
      this.#parts.counters.repeated += 1;
      this.#answer(ticket, receipt);
      return false;
    });
  }

  /** Decides and saves. `false`: somebody was faster. */
  async #attempt(tickets: readonly Ticket[], set: WorkingSet, attempt: Attempt): Promise<boolean> {
    const { clock, centre, configured } = this.#parts;
    const now = clock.now();
    const present = centre();
    const configuration = configured();
    const verdicts = decideBatch(tickets, set, present, now);
    // "It is so already" from memory may be as old as any "no".
    const sure = verdicts.granted.filter(
      (order) => !changesNothing(order) || set.isFresh(order.ticket, present),
    );
    const toKeep = sure.filter(
      (order) => !changesNothing(order) || order.ticket.order.commandId !== undefined,
    );

    if (
      toKeep.length > 0 &&
      !(await this.#keep(toKeep, set, { now, centre: present, configuration }, attempt))
    ) {
      for (const ticket of tickets) set.forget(ticket, this.#parts.memory, present);
      return false;
    }
    this.#answerAll(verdicts, sure, set, present);
    return true;
  }

  /** Saves decisions and the offers they make possible, and lets everybody hear of it. `false`: somebody was faster. */
  async #keep(
    decided: readonly GrantedOrder[],
    set: WorkingSet,
    { now, centre, configuration }: Decided,
    attempt: Attempt,
  ): Promise<boolean> {
    const { store, memory, counters, offers: source, saves } = this.#parts;
    attempt.doubt = doubtOf(decided);
    const { marker } = attempt.doubt;
    this.#underWay.add(set);
    let joined: Joined | undefined;
    let settled = 0;
    const save = saves.begun();
    try {
      const gathering = this.#gathering(false, []);
      if (attempt.joining)
        joined = joinOffers(decided, set, { source, gathering, centre, now, others: this.#underWay });
      const offers = joined?.orders ?? [];
      attempt.joined = offers.length;
      const orders = [...decided, ...offers];
      const began = performance.now();
      const saved = await store.save({ ...toSave(orders, set, now, marker), configuration });
      if (saved.ok) {
        countBatch(counters, orders.length, performance.now() - began);
        this.#remember(set, orders);
        saves.kept(save, orders, saved.published);
        settled = offers.length;
        return true;
      }
      this.#askExternalIds ||= decided.some(({ ticket }) => ticket.order.command.type === 'submit');
      for (const { ticket } of offers) set.forget(ticket, memory, centre);
      if (saved.reconfigured) await this.#parts.reconfigure();
      return false;
    } finally {
      this.#underWay.delete(set);
      saves.ended(save);
      joined?.settled(settled);
    }
  }

  #remember(set: WorkingSet, granted: readonly GrantedOrder[]): void {
    const { memory } = this.#parts;
    set.teach(memory);
    for (const { ticket, decision, receipt } of granted) {
      if (ticket.order.commandId !== undefined) memory.keepReceipt(ticket.order.commandId, receipt);
      // A tray that was not looked at when the batch was gathered has a count that is no longer what it was.
      for (const tally of decision.tallies)
        if (tally.kind === 'workbin' && !set.trays.has(workbinKey(tally.workbin)))
          memory.forgetResting(workbinKey(tally.workbin));
    }
  }

  #answerAll(
    verdicts: Verdicts,
    sure: readonly GrantedOrder[],
    set: WorkingSet,
    centre: ContactCentre,
  ): void {
    const certain = new Set(sure);
    for (const order of verdicts.granted) {
      if (certain.has(order)) this.#answer(order.ticket, order.receipt);
      else this.#parts.lookAgain(order.ticket);
    }
    for (const { ticket, refusal } of verdicts.refused) {
      if (ticket.secondLooks >= MOST_SECOND_LOOKS || set.isFresh(ticket, centre))
        this.#refuse(ticket, refusal);
      else this.#parts.lookAgain(ticket);
    }
    // Rows of different moments may contradict each other, which no rule reckons with.
    for (const { ticket, surprise } of verdicts.failed) {
      if (ticket.secondLooks >= MOST_SECOND_LOOKS) ticket.fail(surprise);
      else this.#parts.lookAgain(ticket);
    }
  }

  #answer(ticket: Ticket, outcome: Outcome): void {
    this.#parts.counters.orders += 1;
    this.#parts.counters.granted += 1;
    ticket.settle(outcome);
  }

  #refuse(ticket: Ticket, refusal: Refusal): void {
    const { counters } = this.#parts;
    counters.orders += 1;
    counters.refusals[refusal.code] = (counters.refusals[refusal.code] ?? 0) + 1;
    ticket.settle({ ok: false, refusal });
  }
}

function failAll(tickets: readonly Ticket[], surprise: unknown): void {
  for (const ticket of tickets) ticket.fail(surprise);
}
