/** The questions a memory desk answers, each by core's own rules of who may see what. */
import {
  type Actor,
  type Answer,
  type Colleague,
  type ContactCentre,
  capacityOf,
  catalogueFor,
  channelChoices,
  type Desk,
  describeWorkbin,
  explainAccess,
  explainOptions,
  hasRoom,
  holders,
  type Interaction,
  type InteractionEvent,
  type InteractionLine,
  type InteractionView,
  isUnopened,
  noSession,
  type Page,
  type PageRequest,
  type Refusal,
  reachesWorkbin,
  refuse,
  sameWorkbin,
  sees,
  servesQueue,
  supervisedWorkbins,
  supervisesQueue,
  viewOf,
  type WorkbinRef,
  type WorkbinSummary,
  workbinKey,
  workbinsOf,
} from '@intray/core';
import type { Configuring } from './memory-configuration.ts';
import { explaining } from './memory-explanations.ts';
import type { MemoryFeed } from './memory-feed.ts';
import { overseeing } from './memory-oversight.ts';
import type { MemoryRows } from './memory-rows.ts';

export type Questions = Omit<
  Desk,
  | 'execute'
  | 'operate'
  | 'undo'
  | 'pullNext'
  | 'liveReport'
  | 'measuresReport'
  | 'recordsReport'
  | 'follow'
  | 'health'
  | 'operations'
  | 'finished'
  | 'contactHistory'
  | 'search'
  | keyof Configuring
>;

interface Ground {
  readonly centre: () => ContactCentre;
  readonly rows: MemoryRows;
  readonly feed: MemoryFeed;
  readonly now: () => number;
}

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

function slice<T>(all: readonly T[], { limit, after }: PageRequest): Page<T> {
  const from = Number(after ?? 0);
  const items = all.slice(from, from + limit);
  return from + limit < all.length ? { items, next: String(from + limit) } : { items };
}

function line({ keys }: PageRequest) {
  return (interaction: Interaction): InteractionLine => {
    const { userData, exclusions, handleUntil, pulledFrom, placement, delivery, deliveredAt, ...rest } =
      interaction;
    const data = Object.fromEntries(Object.entries(userData).filter(([key]) => keys.includes(key)));
    return { ...rest, data };
  };
}

/** By when they came. */
function trayList(interactions: readonly Interaction[], page: PageRequest): Page<InteractionLine> {
  const sign = page.order === 'oldest' ? 1 : -1;
  const sorted = interactions.toSorted((a, b) => sign * (a.placedAt - b.placedAt || (a.id < b.id ? -1 : 1)));
  return slice(sorted.map(line(page)), page);
}

function list(interactions: readonly Interaction[], page: PageRequest): Page<InteractionLine> {
  const sign = page.order === 'oldest' ? 1 : -1;
  const sorted = interactions.toSorted((a, b) => b.priority - a.priority || sign * (a.placedAt - b.placedAt));
  return slice(sorted.map(line(page)), page);
}

export function questions({ centre, rows, feed, now }: Ground): Questions {
  const session = (agentId: string) => rows.sessions.get(agentId);
  const mine = (actor: Actor) => (actor.kind === 'user' ? session(actor.id) : undefined);
  const resting = (workbin: WorkbinRef) => rows.resting(workbin).length;
  const view = (actor: Actor, interaction: Interaction): InteractionView =>
    viewOf({ interaction, actor, now: now(), centre: centre(), session, resting });
  const seesQueue = (actor: Actor, queue: string) =>
    supervisesQueue(actor, queue, centre()) ||
    (actor.kind === 'user' && servesQueue(actor.id, queue, centre()));

  function find(actor: Actor, id: string): Answer<Interaction> {
    const interaction = rows.interactions.get(id);
    if (interaction === undefined)
      return no(refuse('interaction_unknown', `There is no interaction "${id}".`, { interactionId: id }));
    if (!sees(actor, interaction, mine(actor), centre()))
      return no(refuse('not_permitted', 'You may not see this interaction.'));
    return yes(interaction);
  }

  function mayNotLookInto(actor: Actor, workbin: WorkbinRef): Answer<never> | undefined {
    if (!centre().workbinTypes.has(workbin.type))
      return no(
        refuse('workbin_unknown', `There is no workbin type "${workbin.type}".`, { workbin: workbin.type }),
      );
    return reachesWorkbin(actor, workbin, mine(actor), centre())
      ? undefined
      : no(refuse('workbin_not_yours', `${describeWorkbin(workbin)} is not yours.`));
  }

  function summary(workbin: WorkbinRef, own: readonly WorkbinRef[]): WorkbinSummary {
    const { name, limit } = centre().workbinTypes.get(workbin.type) ?? { name: workbin.type };
    return {
      workbin,
      name,
      mine: own.some((one) => sameWorkbin(one, workbin)),
      count: resting(workbin),
      unopened: rows.resting(workbin).filter(isUnopened).length,
      ...(limit === undefined ? {} : { limit }),
    };
  }

  function media(workbin: WorkbinRef): Readonly<Record<string, number>> {
    const counts = new Map<string, number>();
    for (const { mediaType } of rows.resting(workbin))
      counts.set(mediaType, (counts.get(mediaType) ?? 0) + 1);
    return Object.fromEntries(counts);
  }

  return {
    async me(actor) {
      const agent = actor.kind === 'user' ? centre().agents.get(actor.id) : undefined;
      if (agent === undefined) return no(refuse('agent_unknown', 'There is no agent behind this account.'));
      return yes({
        agent,
        privileges: [...(centre().grants.get(agent.id)?.privileges ?? [])],
        session: session(agent.id) ?? noSession(agent.id),
        capacity: Object.fromEntries(
          [...centre().mediaTypes.keys()].map((id) => [id, capacityOf(agent.id, id, centre())]),
        ),
        channels: channelChoices(agent.id, centre()),
        work: [...rows.interactions.values()]
          .filter((i) => holders(i).includes(agent.id))
          .map((i) => view(actor, i)),
        cursor: feed.cursor,
        now: now(),
      });
    },
    async options(actor, query) {
      if (query.interactionId === undefined) return explainOptions(actor, query, undefined, centre());
      const found = find(actor, query.interactionId);
      return found.ok ? explainOptions(actor, query, found.value, centre()) : found;
    },
    access: async (actor, query) => explainAccess(actor, query, centre()),
    catalogue: async (actor) => yes(catalogueFor(actor, centre())),
    async interaction(actor, id) {
      const found = find(actor, id);
      return found.ok ? yes(view(actor, found.value)) : found;
    },
    async history(actor, id, page) {
      const found = find(actor, id);
      if (!found.ok) return found;
      const events = feed.events.filter(
        (event): event is InteractionEvent => event.subject === 'interaction' && event.interactionId === id,
      );
      return yes(slice(page.order === 'oldest' ? events : events.toReversed(), page));
    },
    ...explaining({ centre, rows, feed, now, find }),
    ...overseeing({
      centre,
      rows,
      now,
      line: line({ limit: 1, order: 'oldest', keys: ['Subject', 'From'] }),
    }),
    async workbins(actor) {
      const own = actor.kind === 'user' ? workbinsOf(actor.id, session(actor.id), centre()) : [];
      const ownKeys = new Set(own.map(workbinKey));
      const others = supervisedWorkbins(actor, centre()).filter((ref) => !ownKeys.has(workbinKey(ref)));
      return yes([...own, ...others].map((workbin) => summary(workbin, own)));
    },
    workbinContent: async (actor, workbin, page) =>
      mayNotLookInto(actor, workbin) ?? yes(trayList(rows.resting(workbin), page)),
    async workbinStatistics(actor, named) {
      const own = actor.kind === 'user' ? workbinsOf(actor.id, session(actor.id), centre()) : [];
      const all = named ?? own;
      const refused = all.map((workbin) => mayNotLookInto(actor, workbin)).find((no) => no !== undefined);
      return (
        refused ?? yes(all.map((workbin) => ({ ...summary(workbin, own), perMediaType: media(workbin) })))
      );
    },
    queues: async (actor) =>
      yes(
        centre()
          .config.queues.filter(({ id }) => seesQueue(actor, id))
          .map(({ id, name }) => ({ queue: id, name, count: rows.waiting(id).length })),
      ),
    async queueContent(actor, queue, page) {
      if (!centre().queues.has(queue))
        return no(refuse('queue_unknown', `There is no queue "${queue}".`, { queue }));
      if (!seesQueue(actor, queue))
        return no(refuse('not_permitted', `You do not serve the queue "${queue}".`));
      return yes(list(rows.waiting(queue), page));
    },
    colleagues: async (_actor, { text }) =>
      yes(
        centre()
          .config.agents.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(text.toLowerCase()))
          .slice(0, 50)
          .map(({ id, name }): Colleague => {
            const { active, reachable, channels } = session(id) ?? noSession(id);
            const media = Object.keys(channels);
            const room = media.filter((mediaType) =>
              hasRoom(session(id) ?? noSession(id), mediaType, centre()),
            );
            return {
              id,
              name,
              active,
              reachable,
              ready: media.filter((m) => channels[m]?.ready),
              hasRoomFor: room,
            };
          }),
      ),
  };
}
