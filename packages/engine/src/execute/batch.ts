/**
 * Decides the orders of a batch one after the other, each on what the ones before left behind, and sums up what is to
 * be saved. A refusal or a surprise concerns its own order and nobody else's.
 */
import {
  agentTopic,
  type ContactCentre,
  type Decision,
  decide,
  type Granted,
  type Instant,
  isSessionCommand,
  type LastAgent,
  mediumIn,
  type Receipt,
  type Refusal,
  workbinKey,
} from '@intray/core';
import type { SaveBatch } from '@intray/store';
import type { Ticket } from './ticket.ts';
import { sessionOrNone, type WorkingSet } from './working-set.ts';

export interface GrantedOrder {
  readonly ticket: Ticket;
  readonly decision: Granted;
  readonly receipt: Receipt;
}

export interface Verdicts {
  readonly granted: readonly GrantedOrder[];
  readonly refused: readonly { readonly ticket: Ticket; readonly refusal: Refusal }[];
  readonly failed: readonly { readonly ticket: Ticket; readonly surprise: unknown }[];
}

/** Decides the orders in turn; `set` holds what they left behind. */
export function decideBatch(
  tickets: readonly Ticket[],
  set: WorkingSet,
  centre: ContactCentre,
  now: Instant,
): Verdicts {
  const granted: GrantedOrder[] = [];
  const refused: { ticket: Ticket; refusal: Refusal }[] = [];
  const failed: { ticket: Ticket; surprise: unknown }[] = [];
  for (const ticket of tickets) {
    try {
      const decision = judge(ticket, set, centre, now);
      if (decision.ok) {
        set.apply(decision);
        granted.push({ ticket, decision, receipt: receiptOf(ticket, decision, set) });
      } else refused.push({ ticket, refusal: decision.refusal });
    } catch (surprise) {
      failed.push({ ticket, surprise });
    }
  }
  return { granted, refused, failed };
}

/** The decision on one order, with nothing changed by it. */
export function judge(ticket: Ticket, set: WorkingSet, centre: ContactCentre, now: Instant): Decision {
  const { command, actor } = ticket.order;
  return decide(set.situation(ticket, now, centre), command, actor, ticket.order);
}

function receiptOf(
  { order: { command } }: Ticket,
  { interaction, events }: Granted,
  set: WorkingSet,
): Receipt {
  const names = events.map(({ type }) => type);
  if (interaction !== undefined)
    return {
      ok: true,
      id: interaction.id,
      version: interaction.version,
      state: interaction.state,
      events: names,
    };
  if (!isSessionCommand(command)) throw new Error(`"${command.type}" was granted without an interaction.`);
  const session = sessionOrNone(set.sessions.get(command.agentId), command.agentId);
  return { ok: true, id: command.agentId, version: session.version, events: names };
}

/** Nothing is different afterwards: it was so already. */
export const changesNothing = ({ decision }: GrantedOrder): boolean =>
  decision.events.length === 0 && decision.sessions.length === 0;

/**
 * What is to be saved, each row once.
 * @param marker the name of a receipt that tells afterwards whether this very batch was kept
 */
export function toSave(
  granted: readonly GrantedOrder[],
  set: WorkingSet,
  now: Instant,
  marker: string | undefined,
): SaveBatch {
  const receipts = granted.flatMap(({ ticket, receipt }) =>
    ticket.order.commandId === undefined ? [] : [{ commandId: ticket.order.commandId, receipt, at: now }],
  );
  if (marker !== undefined)
    receipts.push({ commandId: marker, receipt: { ok: true, id: marker, version: 0, events: [] }, at: now });
  return {
    interactions: changedInteractions(granted, set),
    sessions: changedSessions(granted, set),
    tallies: summed(granted, set),
    events: granted.flatMap(({ ticket, decision }) =>
      decision.events.map((event) => ({
        event,
        // What becomes of a person besides the work is told to those whom that person concerns.
        topics: event.subject === 'agent' ? [agentTopic(event.agentId)] : decision.topics,
        ...(ticket.order.commandId === undefined ? {} : { commandId: ticket.order.commandId }),
      })),
    ),
    receipts,
    lastAgents: latest(granted),
  };
}

function changedInteractions(granted: readonly GrantedOrder[], set: WorkingSet): SaveBatch['interactions'] {
  const ids = new Set(granted.flatMap(({ decision }) => decision.interaction?.id ?? []));
  return [...ids].flatMap((id) => {
    const row = set.interactions.get(id);
    if (row?.now === undefined || row.now === row.before) return [];
    const { before, now: after } = row;
    const sameData = before !== undefined && before.userData === after.userData;
    return [{ before: before?.version ?? 0, after, ...(sameData ? { sameData } : {}) }];
  });
}

function changedSessions(granted: readonly GrantedOrder[], set: WorkingSet): SaveBatch['sessions'] {
  const ids = new Set(granted.flatMap(({ decision }) => decision.sessions.map(({ agentId }) => agentId)));
  return [...ids].flatMap((id) => {
    const row = set.sessions.get(id);
    return row?.now === undefined || row.now === row.before
      ? []
      : [{ before: row.before?.version ?? 0, after: row.now }];
  });
}

function summed(granted: readonly GrantedOrder[], set: WorkingSet): SaveBatch['tallies'] {
  const sums = new Map<string, SaveBatch['tallies'][number]>();
  for (const { decision } of granted)
    for (const tally of decision.tallies) {
      if (tally.kind === 'queue') {
        const key = `q:${tally.queue}`;
        sums.set(key, { kind: 'queue', queue: tally.queue, by: (sums.get(key)?.by ?? 0) + tally.by });
        continue;
      }
      if (tally.kind === 'unopened') {
        const { workbin } = tally;
        const key = `u:${workbinKey(workbin)}`;
        sums.set(key, { kind: 'unopened', workbin, by: (sums.get(key)?.by ?? 0) + tally.by });
        continue;
      }
      const { workbin, mediaType } = tally;
      const key = `t:${workbinKey(workbin)}`;
      const medium = mediumIn(key, mediaType);
      const by = (sums.get(medium)?.by ?? 0) + tally.by;
      sums.set(medium, { kind: 'medium', workbin, mediaType, by });
      const sum = sums.get(key);
      const counted = tally.limit !== undefined || (sum?.kind === 'workbin' && sum.expected !== undefined);
      const expected = counted ? set.trays.get(workbinKey(workbin))?.before : undefined;
      sums.set(key, {
        kind: 'workbin',
        workbin,
        by: (sum?.by ?? 0) + tally.by,
        ...(expected === undefined ? {} : { expected }),
      });
    }
  return [...sums.values()].filter(
    (tally) => tally.by !== 0 || (tally.kind === 'workbin' && tally.expected !== undefined),
  );
}

/** Of several agents remembered for one contact and medium, the one who came last. */
function latest(granted: readonly GrantedOrder[]): readonly LastAgent[] {
  const found = new Map<string, LastAgent>();
  for (const { decision } of granted)
    if (decision.lastAgent !== undefined)
      found.set(
        JSON.stringify([decision.lastAgent.contactId, decision.lastAgent.mediaType]),
        decision.lastAgent,
      );
  return [...found.values()];
}
