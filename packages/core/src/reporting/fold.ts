/**
 * What an event adds to the measures. Everything that is counted follows from the events alone, in their order, so the
 * counts can be made anew from the history at any time and come out the same.
 */
import type { DomainEvent, InteractionEvent } from '../events.ts';
import { evolve, unsubmitted } from '../interaction/evolve.ts';
import { type Interaction, isFinal } from '../interaction/interaction.ts';
import type { Instant } from '../values.ts';
import { type Delta, type Dimension, type Measure, namesOf, slotOf, WAIT_BOUNDS } from './measures.ts';
import type { Handling } from './records.ts';

/** An interaction without what nothing is counted by. */
const slim = ({ exclusions, ...rest }: Interaction): Interaction => ({
  ...rest,
  exclusions: [],
  userData: {},
});

/** Kinds of events that are one more of something, and nothing else. */
const PLAINLY_COUNTED: Readonly<Partial<Record<InteractionEvent['type'], Measure>>> = {
  InteractionSubmitted: 'captured',
  InteractionCancelled: 'cancelled',
  TaskRejected: 'rejected',
  InteractionHeld: 'held',
  RulesFailed: 'failed',
};

function handlingOf(before: Interaction, agentId: string, { at, type, version }: InteractionEvent): Handling {
  const { id, mediaType, queue, task, assignedAt = at } = before;
  return {
    ...{ id, version, agentId, takenAt: assignedAt, leftAt: at, endedBy: type, mediaType, queue },
    ...(task?.department === undefined ? {} : { department: task.department }),
    ...(task?.process === undefined ? {} : { process: task.process }),
  };
}

/** What an agent is looking at. */
export interface Focus {
  readonly interactionId: string;
  readonly since: Instant;
}

/** What is known of the work and the people so far; changed as events come. */
export class ReportBooks {
  readonly interactions: Map<string, Interaction>;
  readonly focuses: Map<string, Focus>;
  /** Those that ended in the events added. */
  readonly handlings: Handling[] = [];
  readonly #deltas = new Map<string, Delta>();

  constructor(
    interactions: Iterable<readonly [string, Interaction]> = [],
    focuses: Iterable<readonly [string, Focus]> = [],
  ) {
    this.interactions = new Map(interactions);
    this.focuses = new Map(focuses);
  }

  /** Summed up, one for each slot, name and measure. */
  get deltas(): readonly Delta[] {
    return [...this.#deltas.values()];
  }

  /** Events of one interaction and of one agent must come in their order. */
  add(event: DomainEvent): void {
    if (event.subject === 'agent') {
      if (event.type === 'SessionEnded' || event.type === 'LeaseLapsed')
        this.#looksAway(event.agentId, event.at);
      return;
    }
    const before = this.interactions.get(event.interactionId) ?? unsubmitted(event.interactionId);
    const after = slim(evolve(before, event));
    this.interactions.set(event.interactionId, after);
    this.#moves(before, after, event.at);
    this.#happens(before, after, event);
  }

  #count(names: readonly (readonly [Dimension, string])[], at: Instant, measure: Measure, sum = 0): void {
    const slot = slotOf(at);
    for (const [dimension, name] of names) {
      const key = JSON.stringify([slot, dimension, name, measure]);
      const known = this.#deltas.get(key);
      this.#deltas.set(key, {
        slot,
        dimension,
        name,
        measure,
        n: (known?.n ?? 0) + 1,
        sum: (known?.sum ?? 0) + sum,
      });
    }
  }

  /** Unfinished work enters under a name and leaves it: what has entered and not left is there. */
  #moves(before: Interaction, after: Interaction, at: Instant): void {
    const names = (one: Interaction) => (one.state === 'New' || isFinal(one.state) ? [] : namesOf(one));
    const [was, is] = [names(before), names(after)];
    const has = (list: typeof was, [dimension, name]: (typeof was)[number]) =>
      list.some((one) => one[0] === dimension && one[1] === name);
    this.#count(
      is.filter((one) => !has(was, one)),
      at,
      'entered',
    );
    this.#count(
      was.filter((one) => !has(is, one)),
      at,
      'left',
    );
  }

  #happens(before: Interaction, after: Interaction, event: InteractionEvent): void {
    const { at, by } = event;
    const names = namesOf(after);
    const withAgent = (agentId: string) => [...names, ['agent', agentId] as const];
    if (before.handler !== undefined && before.handler !== after.handler) {
      this.#count(
        [...namesOf(before), ['agent', before.handler]],
        at,
        'handle',
        Math.max(0, at - (before.assignedAt ?? at)),
      );
      this.handlings.push(handlingOf(before, before.handler, event));
      if (this.focuses.get(before.handler)?.interactionId === before.id) this.#looksAway(before.handler, at);
    }
    const waited = before.state === 'Queued' || before.state === 'Invited';
    if (after.handler !== undefined && before.handler === undefined && waited) {
      const wait = Math.max(0, at - before.placedAt);
      this.#count(withAgent(after.handler), at, 'wait', wait);
      for (const [measure, bound] of WAIT_BOUNDS)
        if (wait <= bound) this.#count(withAgent(after.handler), at, measure);
    }
    const plain = PLAINLY_COUNTED[event.type];
    if (plain !== undefined) this.#count(names, at, plain);
    switch (event.type) {
      case 'InteractionCompleted': {
        const agent = withAgent(before.handler ?? by);
        this.#count(agent, at, 'completed');
        if (after.dueAt !== undefined) this.#count(agent, at, at <= after.dueAt ? 'inTime' : 'late');
        break;
      }
      case 'InviteRejected':
      case 'TransferRejected':
        this.#count(withAgent(event.data.agentId), at, 'declined');
        break;
      case 'InviteRevoked':
        if (event.data.reason === 'inviteTimeout') this.#count(withAgent(event.data.agentId), at, 'missed');
        break;
      case 'FocusSet':
        this.#looksAt(event.data.agentId, event.interactionId, at);
        break;
      default:
    }
  }

  #looksAt(agentId: string, interactionId: string, at: Instant): void {
    if (this.focuses.get(agentId)?.interactionId === interactionId) return;
    this.#looksAway(agentId, at);
    this.focuses.set(agentId, { interactionId, since: at });
  }

  #looksAway(agentId: string, at: Instant): void {
    const focus = this.focuses.get(agentId);
    if (focus === undefined) return;
    this.focuses.delete(agentId);
    const looked = this.interactions.get(focus.interactionId);
    const names = looked === undefined ? [] : namesOf(looked);
    this.#count([...names, ['agent', agentId]], at, 'focus', Math.max(0, at - focus.since));
  }
}
