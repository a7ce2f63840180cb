/** Questions about trays and queues: which there are for a person, how full they are, what is in them. */
import {
  type Actor,
  type AgentSession,
  type Answer,
  type ContactCentre,
  describeWorkbin,
  type InteractionLine,
  may,
  type Page,
  type PageRequest,
  type QueueSummary,
  reachesWorkbin,
  refuse,
  servesQueue,
  supervisedWorkbins,
  supervisesQueue,
  type WorkbinRef,
  type WorkbinStatistics,
  type WorkbinSummary,
  workbinKey,
  workbinsOf,
} from '@intray/core';
import { maySeeNot, no, yes } from './answers.ts';
import { type ReadParts, sessionOf } from './parts.ts';

/** Supervises the queue, or serves it and may choose from it. */
export const looksInto = (actor: Actor, queue: string, centre: ContactCentre): boolean =>
  supervisesQueue(actor, queue, centre) ||
  (actor.kind === 'user' && may(actor, 'pull-from-queue', centre) && servesQueue(actor.id, queue, centre));

/** Why the person may not look into the tray. */
function mayNotLookInto(
  actor: Actor,
  workbin: WorkbinRef,
  session: AgentSession | undefined,
  centre: ContactCentre,
): Answer<never> | undefined {
  if (centre.workbinTypes.get(workbin.type)?.ownerKind !== workbin.owner.kind)
    return no(
      refuse(
        'workbin_unknown',
        `There is no workbin "${workbin.type}" of a ${workbin.owner.kind}. Choose one from your list.`,
        { workbin: workbin.type, ownerKind: workbin.owner.kind },
      ),
    );
  return reachesWorkbin(actor, workbin, session, centre)
    ? undefined
    : maySeeNot(actor, describeWorkbin(workbin));
}

function summary(
  workbin: WorkbinRef,
  own: ReadonlySet<string>,
  centre: ContactCentre,
): Omit<WorkbinSummary, 'count' | 'unopened'> {
  const type = centre.workbinTypes.get(workbin.type);
  return {
    workbin,
    name: type?.name ?? workbin.type,
    mine: own.has(workbinKey(workbin)),
    ...(type?.limit === undefined ? {} : { limit: type.limit }),
  };
}

export const placeReads = (parts: ReadParts) => ({
  async workbins(actor: Actor): Promise<Answer<readonly WorkbinSummary[]>> {
    const centre = parts.centre();
    const session = await sessionOf(actor, parts.store);
    const mine = actor.kind === 'user' ? workbinsOf(actor.id, session, centre) : [];
    const own = new Set(mine.map(workbinKey));
    const all = [...mine, ...supervisedWorkbins(actor, centre).filter((ref) => !own.has(workbinKey(ref)))];
    const fillings = await parts.store.workbinFillings(all);
    return yes(
      all.map(
        (workbin, index): WorkbinSummary => ({
          ...summary(workbin, own, centre),
          ...(fillings[index] ?? { count: 0, unopened: 0 }),
        }),
      ),
    );
  },

  async workbinStatistics(
    actor: Actor,
    named?: readonly WorkbinRef[],
  ): Promise<Answer<readonly WorkbinStatistics[]>> {
    const centre = parts.centre();
    const session = await sessionOf(actor, parts.store);
    const mine = actor.kind === 'user' ? workbinsOf(actor.id, session, centre) : [];
    const own = new Set(mine.map(workbinKey));
    const all = named ?? mine;
    for (const workbin of all) {
      const refused = mayNotLookInto(actor, workbin, session, centre);
      if (refused !== undefined) return refused;
    }
    const contents = await parts.store.workbinContents(all);
    return yes(
      all.map(
        (workbin, index): WorkbinStatistics => ({
          ...summary(workbin, own, centre),
          count: contents[index]?.count ?? 0,
          perMediaType: contents[index]?.perMediaType ?? {},
        }),
      ),
    );
  },

  async workbinContent(
    actor: Actor,
    workbin: WorkbinRef,
    page: PageRequest,
  ): Promise<Answer<Page<InteractionLine>>> {
    const session = await sessionOf(actor, parts.store);
    const refused = mayNotLookInto(actor, workbin, session, parts.centre());
    return refused ?? yes(await parts.store.workbinContent(workbin, page));
  },

  async queues(actor: Actor): Promise<Answer<readonly QueueSummary[]>> {
    const centre = parts.centre();
    const seen = [...centre.queues.values()].filter(({ id }) => looksInto(actor, id, centre));
    const counts = await parts.store.queueCounts(seen.map(({ id }) => id));
    return yes(
      seen.map(({ id, name }, index): QueueSummary => ({ queue: id, name, count: counts[index] ?? 0 })),
    );
  },

  async queueContent(actor: Actor, queue: string, page: PageRequest): Promise<Answer<Page<InteractionLine>>> {
    const centre = parts.centre();
    if (!centre.queues.has(queue))
      return no(
        refuse('queue_unknown', `There is no queue "${queue}". Choose one from your list.`, { queue }),
      );
    if (!looksInto(actor, queue, centre)) return maySeeNot(actor, `the queue "${queue}"`);
    return yes(await parts.store.queueContent(queue, page));
  },
});
