/** What is recorded with an offer: by which way it came to the agent, why, and what the strategy attaches. */
import { groupServing } from '../access/reach.ts';
import type { InteractionCommands } from '../commands.ts';
import type { Ask } from '../interaction/ask.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { dataFits } from '../interaction/user-data-limits.ts';
import { OVERRIDE_KEY } from '../options/case-options.ts';
import { resolve } from '../options/resolve.ts';
import type { Instant, UserData } from '../values.ts';
import { reachedBy } from './reached.ts';
import { type Route, routeAt } from './route.ts';
import type { Selection } from './strategy.ts';

/** Why the router offered the work to this agent, in as few words as tell it. */
export interface Why {
  /** Absent for a queue without one. */
  readonly strategy?: string;
  /** The first step is 0. */
  readonly step?: number;
  readonly selection: Selection;
  /** How long the work had waited, in milliseconds. */
  readonly waited: number;
  /** It was this agent it was to go to before all others. */
  readonly preferred?: true;
  /** How many were free who fitted, this agent among them. */
  readonly among?: number;
}

export interface OfferedThrough {
  readonly agentGroup?: string;
  readonly strategy?: string;
  readonly skills?: string;
  readonly place?: string;
  readonly userData?: UserData;
  readonly why?: Why;
}

type Invite = Ask<InteractionCommands['invite']>;

export function offeredThrough(ask: Invite): OfferedThrough {
  const { command, actor, interaction, now, centre } = ask;
  const { agentId } = command;
  if (actor.kind !== 'router') {
    const agentGroup = groupServing(agentId, interaction.queue, centre);
    return agentGroup === undefined ? {} : { agentGroup };
  }
  const route = routeAt(interaction, now, centre);
  const session = ask.session(agentId);
  const asked = reachedBy(route, agentId, session, centre);
  const userData = attachedBy(route, ask);
  return {
    ...(asked?.kind === 'agentGroup' ? { agentGroup: asked.id } : {}),
    ...(asked?.kind === 'skills' ? { agentGroup: `?:${asked.id}`, skills: asked.id } : {}),
    ...(asked?.kind === 'placeGroup' && session?.placeId !== undefined ? { place: session.placeId } : {}),
    ...(route.strategy === undefined ? {} : { strategy: route.strategy.id }),
    ...(userData === undefined ? {} : { userData }),
    why: whyOffered(route, interaction, agentId, now, command.among),
  };
}

/** @param among how many the router chose from, as it told when it made the offer */
export const whyOffered = (
  route: Route,
  item: Pick<Interaction, 'placedAt'>,
  agentId: string,
  now: Instant,
  among: number | undefined,
): Why => ({
  ...(route.strategy === undefined ? {} : { strategy: route.strategy.id }),
  ...(route.step === undefined ? {} : { step: route.step }),
  selection: route.selection,
  waited: now - item.placedAt,
  ...(route.preferred === agentId ? { preferred: true } : {}),
  ...(among === undefined ? {} : { among }),
});

/** What the strategy and its step attach. What does not fit beside what is attached already stays away: work that is offered without it is better than work that nobody is offered. */
function attachedBy(
  { strategy, step }: Route,
  { interaction, command, centre }: Invite,
): UserData | undefined {
  if (strategy === undefined) return undefined;
  const here = step === undefined ? undefined : strategy.steps[step];
  const sets = [...(strategy.overrideSets ?? []), ...(here?.overrideSets ?? [])];
  const attached = { ...strategy.attach, ...here?.attach };
  const key = sets.length === 0 ? '' : resolve(OVERRIDE_KEY, [], { agentId: command.agentId }, centre);
  const userData = key === '' ? attached : { ...attached, [key]: sets.join(',') };
  const news = Object.keys(userData).length > 0 && dataFits(interaction.userData, userData) === null;
  return news ? userData : undefined;
}
