/**
 * Follows up on time: sends the command that a passed deadline stands for, lets leases lapse, and takes offers and work
 * back from agents who are gone. It decides nothing; a second sweeper is only refused more often. It goes by what the
 * rows say, not by what it has heard, so a crash at any point loses nothing: hearing only makes it faster.
 */
import {
  type AgentSession,
  type Command,
  type ContactCentre,
  type DomainEvent,
  deadlineOf,
  type Interaction,
  type Order,
  type Outcome,
  TIMER,
  whenAgentIsGone,
  whenChannelIsLeft,
} from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from './clock.ts';
import type { GrantedOrder } from './execute/batch.ts';
import { agentsIn } from './feed/agents-in.ts';
import type { Told } from './feed/relay.ts';
import type { Log } from './log.ts';
import type { Counters } from './metrics.ts';

export interface SweeperParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  readonly execute: (order: Order) => Promise<Outcome>;
  /** Hears of the rows it is about to act on. */
  readonly learn: (interaction: Interaction) => void;
  /** Leases may only lapse while the node's own signs of life are kept. */
  readonly steady: () => boolean;
}

const AT_ONCE = 1_000;
const LONGEST_SLEEP = 1_000;
/** How often everybody's desk is looked at, whatever was heard. */
const ROUND = 30_000;

/** After these an agent may be gone who has something: whoever left, a channel or altogether, and the origin a transfer goes back to. */
const LEAVES_WORK_BEHIND: ReadonlySet<string> = new Set([
  'LeaseLapsed',
  'SessionEnded',
  'ChannelLeft',
  'TransferRejected',
  'TransferRevoked',
]);

export class Sweeper {
  readonly #parts: SweeperParts;
  readonly #gone = new Set<string>();
  #running = false;
  #sweeping: Promise<void> | undefined;
  #again = false;
  #alarm: { readonly at: number; cancel(): void } | undefined;
  #nextRound = 0;
  /** The earliest deadline that was committed while a sweep was under way. */
  #hinted = Number.POSITIVE_INFINITY;

  constructor(parts: SweeperParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#nextRound = 0;
    void this.#sweep();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#alarm?.cancel();
    await this.#sweeping;
  }

  /** What was committed here: a deadline may have come that is earlier than the one waited for. */
  committed(granted: readonly GrantedOrder[]): void {
    let earliest = Number.POSITIVE_INFINITY;
    for (const { decision } of granted) {
      if (decision.interaction !== undefined)
        earliest = Math.min(earliest, deadlineOf(decision.interaction)?.at ?? earliest);
      for (const { active, reachable, leaseUntil } of decision.sessions)
        if (active && reachable) earliest = Math.min(earliest, leaseUntil ?? earliest);
      for (const event of decision.events) this.#note(event, decision.topics);
    }
    if (!this.#running) return;
    if (this.#alarm === undefined) {
      this.#hinted = Math.min(this.#hinted, earliest);
      // Due as it was committed: an offer that answers itself at once must not wait for the next alarm.
      if (earliest <= this.#parts.clock.now()) this.#again = true;
    } else if (earliest < this.#alarm.at) this.#sleepUntil(earliest);
  }

  /** What any node committed. */
  heard(told: readonly Told[]): void {
    for (const { entry } of told) this.#note(entry.event, entry.topics);
  }

  #note(event: DomainEvent, topics: readonly string[]): void {
    if (!this.#running || !LEAVES_WORK_BEHIND.has(event.type)) return;
    for (const agentId of event.subject === 'agent' ? [event.agentId] : agentsIn(topics))
      this.#gone.add(agentId);
    void this.#sweep();
  }

  async #sweep(): Promise<void> {
    if (this.#sweeping !== undefined) {
      this.#again = true;
      return this.#sweeping;
    }
    this.#alarm?.cancel();
    this.#alarm = undefined;
    this.#sweeping = this.#sweepAll().finally(() => {
      this.#sweeping = undefined;
    });
    await this.#sweeping;
  }

  async #sweepAll(): Promise<void> {
    const { store, clock, log, counters } = this.#parts;
    let wakeAt = clock.now() + LONGEST_SLEEP;
    try {
      do {
        this.#again = false;
        if (clock.now() >= this.#nextRound) await this.#round();
        await this.#followUpOnGone();
        await this.#deadlines();
        if (this.#parts.steady()) while ((await this.#leases()) && this.#running);
      } while ((this.#again || this.#gone.size > 0) && this.#running);
      counters.sweeps += 1;
      counters.sweptAt = clock.now();
      this.#hinted = Number.POSITIVE_INFINITY;
      wakeAt = Math.min(wakeAt, (await store.nextDeadline()) ?? wakeAt, this.#hinted);
    } catch (failure) {
      this.#nextRound = 0;
      log.warn(
        { err: failure },
        'Deadlines could not be followed up on; it will be tried again within a second.',
      );
    }
    if (this.#running) this.#sleepUntil(wakeAt > clock.now() ? wakeAt : clock.now() + LONGEST_SLEEP);
  }

  #sleepUntil(at: number): void {
    this.#alarm?.cancel();
    this.#alarm = { at, ...this.#parts.clock.at(at, () => this.#sweep()) };
  }

  /**
   * All interactions that are due. While one page of them is carried out, the next one is read: so neither the database
   * nor this process waits for the other. What could not be done stays due, and is stepped over.
   */
  async #deadlines(): Promise<void> {
    const now = this.#parts.clock.now();
    const inHand = new Set<string>();
    let before: Promise<void> = Promise.resolve();
    for (let more = true; more && this.#running; ) {
      const due = await this.#parts.store.due(now, AT_ONCE, [...inHand]);
      more = due.length === AT_ONCE;
      for (const { id } of due) inHand.add(id);
      const page = this.#carryOut(due, now, inHand);
      // Heard below, when its turn comes; a page that fails before that must not end the process.
      page.catch(() => {});
      await before;
      before = page;
    }
    await before;
  }

  /** What was done is no longer in hand. */
  async #carryOut(due: readonly Interaction[], now: number, inHand: Set<string>): Promise<void> {
    const tasks = due.flatMap((interaction) => {
      this.#parts.learn(interaction);
      const { at, command } = deadlineOf(interaction, now) ?? {};
      return at === undefined || command === undefined || at > now ? [] : [{ id: interaction.id, command }];
    });
    const done = await this.#send(tasks.map(({ command }) => command));
    for (const [n, { id }] of tasks.entries()) if (done[n] === true) inHand.delete(id);
  }

  async #leases(): Promise<boolean> {
    const lapsed = await this.#parts.store.lapsed(this.#parts.clock.now(), AT_ONCE);
    const done = await this.#send(lapsed.map(({ agentId }) => ({ type: 'expireLease', agentId })));
    return lapsed.length === AT_ONCE && done.includes(true);
  }

  /** Everybody who is gone and has something: after a start, after a failure, and every half minute in any case. */
  async #round(): Promise<void> {
    const sessions = await this.#parts.store.sessions([...this.#parts.centre().agents.keys()]);
    for (const session of sessions) if (leavesBehind(session)) this.#gone.add(session.agentId);
    this.#nextRound = this.#parts.clock.now() + ROUND;
  }

  async #followUpOnGone(): Promise<void> {
    const agentIds = [...this.#gone];
    this.#gone.clear();
    if (agentIds.length === 0) return;
    const sessions = await this.#parts.store.sessions(agentIds);
    const commands: Command[] = [];
    for (const session of sessions.filter(leavesBehind)) {
      const reason = session.active ? 'leaseLapsed' : 'sessionEnded';
      for (const interaction of await this.#parts.store.workOf(session.agentId)) {
        const command = isGone(session)
          ? whenAgentIsGone(interaction, session.agentId, reason, this.#parts.centre())
          : whenChannelIsLeft(interaction, session);
        if (command !== undefined) commands.push(command);
      }
    }
    await this.#send(commands);
  }

  /** Sends commands as the timer. A refusal is normal: somebody was faster, or time was. Answers which were done. */
  async #send(commands: readonly Command[]): Promise<readonly boolean[]> {
    this.#parts.counters.sweptCommands += commands.length;
    const outcomes = await Promise.allSettled(
      commands.map((command) => this.#parts.execute({ command, actor: TIMER })),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value.ok);
  }
}

const isGone = ({ active, reachable }: AgentSession): boolean => !active || !reachable;
/** Is gone and has something, or has something of a channel that they have left. */
const leavesBehind = (session: AgentSession): boolean =>
  Object.entries(session.load).some(
    ([mediaType, count]) => count > 0 && (isGone(session) || !Object.hasOwn(session.channels, mediaType)),
  );
