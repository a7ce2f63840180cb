/**
 * Who is told of what. An event is filed under the topics it concerns, and a person follows the topics they may see,
 * so a feed is "events whose topics meet mine": one question, asked of the store and of a live stream alike.
 */
import type { Actor } from '../actor.ts';
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { type Interaction, waitingIn } from '../interaction/interaction.ts';
import { type WorkbinRef, workbinKey } from '../workbin/workbin.ts';
import { may } from './grants.ts';
import {
  isAdministrator,
  peopleOf,
  reachesWorkbin,
  servesQueue,
  supervisesAgent,
  supervisesQueue,
  workbinsOf,
} from './reach.ts';

export const agentTopic = (agentId: string): string => `agent:${agentId}`;
/** Work while it waits in the queue: for those who may pick from it, and those who watch over it. */
export const queueTopic = (queueId: string): string => `queue:${queueId}`;
/** Work of the queue while it is offered, in hand or finished: only for those who watch over the queue. */
const oversightTopic = (queueId: string): string => `oversight:${queueId}`;
export const workbinTopic = (ref: WorkbinRef): string => `workbin:${workbinKey(ref)}`;
/** Everything: what administrators follow. Every event is filed here too, without it being written down each time. */
export const EVERYTHING = '*';

/** The topics of a change to an interaction: whoever had it, has it or finished it, where it was, where it is. */
export function topicsOfChange(before: Interaction, after: Interaction): readonly string[] {
  const topics = new Set<string>();
  for (const interaction of [before, after]) {
    for (const id of peopleOf(interaction)) topics.add(agentTopic(id));
    if (interaction.workbin !== undefined) topics.add(workbinTopic(interaction.workbin));
    else if (interaction.queue !== '')
      topics.add(
        waitingIn(interaction) === undefined
          ? oversightTopic(interaction.queue)
          : queueTopic(interaction.queue),
      );
  }
  return [...topics];
}

/** The topics a person may follow. They change with the configuration and with the place of the person's session. */
export function topicsFor(
  actor: Actor,
  session: AgentSession | undefined,
  centre: ContactCentre,
): ReadonlySet<string> {
  if (actor.kind !== 'user' || isAdministrator(actor, centre)) return new Set([EVERYTHING]);
  const topics = new Set([agentTopic(actor.id), ...workbinsOf(actor.id, session, centre).map(workbinTopic)]);
  const picks = may(actor, 'pull-from-queue', centre);
  for (const queue of centre.queues.keys()) {
    const watches = supervisesQueue(actor, queue, centre);
    if (watches) topics.add(oversightTopic(queue));
    if (watches || (picks && servesQueue(actor.id, queue, centre))) topics.add(queueTopic(queue));
  }
  if (may(actor, 'watch-team', centre))
    for (const id of centre.agents.keys()) if (supervisesAgent(actor, id, centre)) topics.add(agentTopic(id));
  for (const ref of supervisedWorkbins(actor, centre)) topics.add(workbinTopic(ref));
  return topics;
}

/** Every tray whose owner the actor supervises; all of them for an administrator. */
export function supervisedWorkbins(actor: Actor, centre: ContactCentre): readonly WorkbinRef[] {
  if (!may(actor, 'use-team-workbins', centre) && !isAdministrator(actor, centre)) return [];
  const owners = {
    Agent: centre.agents,
    AgentGroup: centre.agentGroups,
    Place: centre.places,
    PlaceGroup: centre.placeGroups,
  };
  return centre.config.workbinTypes.flatMap((type) =>
    [...owners[type.ownerKind].keys()]
      .map((id): WorkbinRef => ({ type: type.id, owner: { kind: type.ownerKind, id } }))
      .filter((ref) => reachesWorkbin(actor, ref, undefined, centre)),
  );
}
