/**
 * The rows one batch is decided on, as they were and as they are after the commands decided so far.
 */
import {
  type AgentSession,
  type ContactCentre,
  concernsOf,
  type Granted,
  type Instant,
  type Interaction,
  isSessionCommand,
  noSession,
  type Receipt,
  type Situation,
  type WorkbinRef,
  workbinKey,
} from '@intray/core';
import type { Loaded, LoadRequest, Store } from '@intray/store';
import type { Memory } from './memory.ts';
import { externalIdOf, interactionOf, type Ticket } from './ticket.ts';

/** A row before the batch and now. `undefined`: there is none. */
export interface Row<T> {
  readonly before: T | undefined;
  readonly now: T | undefined;
}

/** A limited tray's count before the batch and now. */
export interface Tray {
  readonly workbin: WorkbinRef;
  readonly before: number;
  readonly now: number;
}

export interface Gathering {
  readonly store: Store;
  readonly memory: Memory;
  readonly centre: ContactCentre;
  /** Reads every row anew and looks for external ids instead of hoping that there are none. */
  readonly afresh: boolean;
  /** Looks for external ids although nothing else is read anew. */
  readonly askExternalIds: boolean;
  /** Further receipts to look for. */
  readonly receipts: readonly string[];
  readonly counted: () => void;
}

export class WorkingSet {
  readonly interactions = new Map<string, Row<Interaction>>();
  readonly sessions = new Map<string, Row<AgentSession>>();
  readonly trays = new Map<string, Tray>();
  readonly receipts = new Map<string, Receipt>();
  /** Contact → medium → who was last. Read each time: it is asked for only when work of a contact comes in. */
  readonly #lastAgents = new Map<string, ReadonlyMap<string, string>>();
  readonly #idsByExternalId = new Map<string, string>();
  readonly #asked = new Set<string>();
  /** What was taken from memory, and may be old: keys as `i:`, `s:` and `t:`. */
  readonly #remembered = new Set<string>();
  /** External ids that were looked for in the database, and how many of them were there. */
  externalIdsAsked = 0;
  externalIdsFound = 0;

  /** The interaction a ticket is about: for a submit whose external id is known, the one that came in under it. */
  idFor(ticket: Ticket): string | undefined {
    const externalId = externalIdOf(ticket);
    return (
      (externalId !== undefined ? this.#idsByExternalId.get(externalId) : undefined) ?? interactionOf(ticket)
    );
  }

  situation(ticket: Ticket, now: Instant, centre: ContactCentre): Situation {
    const id = this.idFor(ticket);
    return {
      interaction: id === undefined ? undefined : this.interactions.get(id)?.now,
      session: (agentId) => {
        const row = this.sessions.get(agentId);
        if (row === undefined)
          throw new Error(`A decision looked at the session of ${agentId}, which was not gathered.`);
        return row.now;
      },
      resting: (workbin) => {
        const tray = this.trays.get(workbinKey(workbin));
        if (tray === undefined)
          throw new Error(`A decision counted ${workbinKey(workbin)}, which was not gathered.`);
        return tray.now;
      },
      lastAgent: this.#lastAgentFor(ticket),
      now,
      centre,
    };
  }

  #lastAgentFor({ order: { command } }: Ticket): string | undefined {
    return command.type === 'submit' && command.contactId !== undefined
      ? this.#lastAgents.get(command.contactId)?.get(command.mediaType)
      : undefined;
  }

  apply({ interaction, sessions, tallies }: Granted): void {
    if (interaction !== undefined)
      this.interactions.set(interaction.id, {
        before: this.interactions.get(interaction.id)?.before,
        now: interaction,
      });
    for (const session of sessions)
      this.sessions.set(session.agentId, {
        before: this.sessions.get(session.agentId)?.before,
        now: session,
      });
    for (const tally of tallies) {
      if (tally.kind !== 'workbin') continue;
      const key = workbinKey(tally.workbin);
      const tray = this.trays.get(key);
      if (tray !== undefined) this.trays.set(key, { ...tray, now: tray.now + tally.by });
    }
  }

  /** One of these sessions or limited trays is different afterwards. */
  changesAnyOf(agents: Iterable<string>, workbins: Iterable<WorkbinRef>): boolean {
    const changed = <T>(row: { readonly before: T; readonly now: T } | undefined) =>
      row !== undefined && row.before !== row.now;
    for (const id of agents) if (changed(this.sessions.get(id))) return true;
    for (const workbin of workbins) if (changed(this.trays.get(workbinKey(workbin)))) return true;
    return false;
  }

  /** Nothing that the ticket's answer rests on came from memory. */
  isFresh(ticket: Ticket, centre: ContactCentre): boolean {
    const { interaction, agents, trays } = this.#concerned(ticket, centre);
    const keys = [
      ...(interaction === undefined ? [] : [`i:${interaction}`]),
      ...agents.map((id) => `s:${id}`),
      ...trays.keys(),
    ];
    return keys.every((key) => !this.#remembered.has(key));
  }

  /** Hands on what was read or changed; what came from memory and is the same is there, or was dropped for a reason. */
  teach(memory: Memory): void {
    for (const [id, { before, now }] of this.interactions)
      if (now !== undefined && (now !== before || !this.#remembered.has(`i:${id}`)))
        memory.keepInteraction(now);
    for (const [id, { before, now }] of this.sessions)
      if (now !== before || !this.#remembered.has(`s:${id}`)) memory.keepSession(id, now ?? 'none');
    for (const [key, { before, now }] of this.trays)
      if (now !== before || !this.#remembered.has(`t:${key}`)) memory.keepResting(key, now);
  }

  /** Makes the engine forget whatever this ticket rests on. */
  forget(ticket: Ticket, memory: Memory, centre: ContactCentre): void {
    const { interaction, agents, trays } = this.#concerned(ticket, centre);
    if (interaction !== undefined) memory.forgetInteraction(interaction);
    for (const id of agents) memory.forgetSession(id);
    for (const key of trays.keys()) memory.forgetResting(key.slice(2));
  }

  #concerned({ order: { command, actor } }: Ticket, centre: ContactCentre, id = this.#subject(command)) {
    const row = id === undefined ? undefined : this.interactions.get(id);
    const concerns = concernsOf(command, actor, row?.before, centre);
    return {
      interaction: id,
      agents: [...concerns.agents],
      contactId: concerns.contactId,
      trays: new Map(concerns.workbins.map((workbin) => [`t:${workbinKey(workbin)}`, workbin])),
    };
  }

  #subject(command: Ticket['order']['command']): string | undefined {
    if (isSessionCommand(command)) return undefined;
    const externalId = command.type === 'submit' ? command.externalId : undefined;
    return (
      (externalId !== undefined ? this.#idsByExternalId.get(externalId) : undefined) ?? command.interactionId
    );
  }

  /** Takes from memory what is there and says what is still missing. */
  missing(tickets: readonly Ticket[], from: Gathering): LoadRequest | undefined {
    const request = {
      interactionIds: new Set<string>(),
      externalIds: new Set<string>(),
      agentIds: new Set<string>(),
      workbins: new Map<string, WorkbinRef>(),
      contactIds: new Set<string>(),
    };
    for (const ticket of tickets) {
      const id = this.#missingInteraction(ticket, from, request);
      if (id !== undefined && !this.interactions.has(id)) continue;
      const { agents, trays, contactId } = this.#concerned(ticket, from.centre, id);
      if (contactId !== undefined && !this.#lastAgents.has(contactId)) request.contactIds.add(contactId);
      for (const agentId of agents) if (!this.#remembersSession(agentId, from)) request.agentIds.add(agentId);
      for (const [key, workbin] of trays)
        if (!this.#remembersTray(key, workbin, from)) request.workbins.set(key, workbin);
    }
    const nothing =
      request.interactionIds.size +
        request.externalIds.size +
        request.agentIds.size +
        request.workbins.size +
        request.contactIds.size ===
      0;
    return nothing
      ? undefined
      : {
          interactionIds: [...request.interactionIds],
          externalIds: [...request.externalIds],
          agentIds: [...request.agentIds],
          workbins: [...request.workbins.values()],
          commandIds: [],
          contactIds: [...request.contactIds],
        };
  }

  #missingInteraction(
    ticket: Ticket,
    from: Gathering,
    request: { interactionIds: Set<string>; externalIds: Set<string> },
  ) {
    const externalId = externalIdOf(ticket);
    if (externalId !== undefined && !this.#idsByExternalId.has(externalId)) {
      const known = from.afresh ? undefined : from.memory.idOf(externalId);
      if (known !== undefined) this.#idsByExternalId.set(externalId, known);
      else if ((from.afresh || from.askExternalIds) && !this.#asked.has(externalId))
        request.externalIds.add(externalId);
    }
    const id = this.idFor(ticket);
    if (id === undefined || this.interactions.has(id)) return id;
    const remembered = from.afresh ? undefined : from.memory.interaction(id);
    if (remembered !== undefined) {
      this.#remembered.add(`i:${id}`);
      this.interactions.set(id, { before: remembered, now: remembered });
    } else if (ticket.order.command.type === 'submit' && id === interactionOf(ticket) && !from.afresh) {
      // It is new: that is what a submit is. If not, the save finds out, and it is decided again.
      this.#remembered.add(`i:${id}`);
      this.interactions.set(id, { before: undefined, now: undefined });
    } else request.interactionIds.add(id);
    return id;
  }

  #remembersSession(agentId: string, from: Gathering): boolean {
    if (this.sessions.has(agentId)) return true;
    const remembered = from.afresh ? undefined : from.memory.session(agentId);
    if (remembered === undefined) return false;
    this.#remembered.add(`s:${agentId}`);
    const session = remembered === 'none' ? undefined : remembered;
    this.sessions.set(agentId, { before: session, now: session });
    return true;
  }

  #remembersTray(key: string, workbin: WorkbinRef, from: Gathering): boolean {
    const name = key.slice(2);
    if (this.trays.has(name)) return true;
    const count = from.afresh ? undefined : from.memory.resting(name);
    if (count === undefined) return false;
    this.#remembered.add(key);
    this.trays.set(name, { workbin, before: count, now: count });
    return true;
  }

  add(request: LoadRequest, loaded: Loaded): void {
    for (const id of request.interactionIds) this.interactions.set(id, { before: undefined, now: undefined });
    for (const id of request.agentIds) this.sessions.set(id, { before: undefined, now: undefined });
    for (const externalId of request.externalIds) this.#asked.add(externalId);
    for (const interaction of loaded.interactions) {
      this.interactions.set(interaction.id, { before: interaction, now: interaction });
      // A submit was taken for new, and its external id has just told otherwise: this row is no guess any more.
      this.#remembered.delete(`i:${interaction.id}`);
      if (interaction.externalId !== undefined)
        this.#idsByExternalId.set(interaction.externalId, interaction.id);
    }
    for (const session of loaded.sessions)
      this.sessions.set(session.agentId, { before: session, now: session });
    for (const { workbin, count } of loaded.workbins)
      this.trays.set(workbinKey(workbin), { workbin, before: count, now: count });
    for (const contactId of request.contactIds)
      this.#lastAgents.set(
        contactId,
        new Map(
          loaded.lastAgents
            .filter((last) => last.contactId === contactId)
            .map(({ mediaType, agentId }) => [mediaType, agentId]),
        ),
      );
    for (const [commandId, receipt] of loaded.receipts) this.receipts.set(commandId, receipt);
    this.externalIdsAsked += request.externalIds.length;
    this.externalIdsFound += request.externalIds.filter((id) => this.#idsByExternalId.has(id)).length;
  }
}

/** What a command to a session is decided on, also when the agent never had one. */
export const sessionOrNone = (row: Row<AgentSession> | undefined, agentId: string): AgentSession =>
  row?.now ?? noSession(agentId);
