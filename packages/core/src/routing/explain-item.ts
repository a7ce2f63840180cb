/** Why a piece of work is where it is, why it is not with somebody else, and what happens to it next. */
import { supervisesAgent } from '../access/reach.ts';
import { type Actor, ROUTER } from '../actor.ts';
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { InteractionEvent } from '../events.ts';
import { type Deadline, deadlineOf } from '../interaction/deadlines.ts';
import { type Interaction, type InteractionState, restingIn } from '../interaction/interaction.ts';
import { canBeInvited } from '../interaction/requests.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Instant } from '../values.ts';
import { workbinKey } from '../workbin/workbin.ts';
import type { Why } from './offered-through.ts';
import { isAskedBy } from './reached.ts';
import { type Asked, type Route, routeAt } from './route.ts';
import type { Destination, Selection } from './strategy.ts';

/** What the router would hear if it offered the work to the agent now. */
export interface AgentVerdict {
  readonly agentId: string;
  /** The code of the refusal; absent: they would be offered it, once it is their turn. */
  readonly refused?: RefusalCode;
  /** The refusal in words. */
  readonly because?: string;
  /** Until when they are left in peace with it. */
  readonly until?: Instant;
}

/** Something that happens by itself. */
export interface NextEvent {
  readonly at?: Instant;
  readonly what:
    | 'offeredWhenFree'
    | 'routedAnew'
    | 'movesOn'
    | 'leftInPeaceNoLonger'
    | 'offerEnds'
    | 'offerAnswersItself'
    | 'handlingEnds'
    | 'rankedAnew'
    | 'rulesTriedAgain'
    | 'wakes';
  /** Whom it concerns, where it concerns one. */
  readonly agentId?: string;
  readonly to?: Destination;
}

export interface RoutingNow {
  readonly strategy?: string;
  /** The first is 0; absent while no step's time is. */
  readonly step?: number;
  readonly selection: Selection;
  readonly asked: readonly Asked[];
  readonly preferred?: string;
}

export interface InteractionExplanation {
  readonly id: string;
  readonly now: Instant;
  readonly state: InteractionState;
  /** The queue, the workbin's key or the agent's id. */
  readonly where: { readonly kind: 'queue' | 'workbin' | 'agent' | 'history'; readonly id: string };
  readonly since: Instant;
  /** While it waits: whom it is meant for at this moment. */
  readonly routing?: RoutingNow;
  /** While it waits: those who may be asked or serve the queue, as far as the asking person may know of them. */
  readonly agents: readonly AgentVerdict[];
  /** The last offer the router made of it, with the reason that was kept. */
  readonly lastOffer?: { readonly agentId: string; readonly at: Instant; readonly why: Why };
  /** What happens next, soonest first; what waits for somebody to get free comes last. */
  readonly next: readonly NextEvent[];
}

export interface ItemQuestion {
  readonly actor: Actor;
  readonly interaction: Interaction;
  /** Sessions of those whom `concernedBy` named. */
  readonly session: (agentId: string) => AgentSession | undefined;
  readonly concerned: readonly string[];
  /** The newest offer in its history. */
  readonly lastOffer: InteractionEvent | undefined;
  readonly now: Instant;
  readonly centre: ContactCentre;
}

/** More are not told of. */
const MOST_AGENTS = 500;

/** Agents whose sessions tell why the work waits: those who may be asked, and those who serve its queue. Nobody while it does not wait. */
export function concernedBy(
  interaction: Interaction,
  now: Instant,
  centre: ContactCentre,
): readonly string[] {
  if (interaction.state !== 'Queued') return [];
  const { asked } = routeAt(interaction, now, centre);
  const groups = centre.queues.get(interaction.queue)?.agentGroups ?? [];
  const serves: readonly Asked[] = groups.map((id) => ({ kind: 'agentGroup', id }));
  const found: string[] = [];
  for (const { id, defaultPlace } of centre.agents.values()) {
    if ([...asked, ...serves].some((one) => isAskedBy(one, id, defaultPlace, centre))) found.push(id);
    if (found.length === MOST_AGENTS) break;
  }
  return found;
}

/** What the router would hear. The same rule as that by which it is answered. */
export function verdictOn(
  agentId: string,
  { interaction, session, now, centre }: Pick<ItemQuestion, 'interaction' | 'session' | 'now' | 'centre'>,
): AgentVerdict {
  const refusal = canBeInvited({
    command: { type: 'invite', interactionId: interaction.id, agentId },
    actor: ROUTER,
    resting: () => 0,
    ...{ interaction, session, now, centre },
  });
  if (refusal === null) return { agentId };
  const exclusion = interaction.exclusions.find((one) => one.agentId === agentId && now < one.until);
  return {
    agentId,
    refused: refusal.code,
    because: refusal.message,
    ...(refusal.code === 'declined_recently' && exclusion !== undefined ? { until: exclusion.until } : {}),
  };
}

/** The person may see the work: ask `sees` before. Of others they hear only if they supervise them. */
export function explainInteraction(question: ItemQuestion): InteractionExplanation {
  const { actor, interaction, concerned, lastOffer, now, centre } = question;
  const waits = interaction.state === 'Queued';
  const route = waits ? routeAt(interaction, now, centre) : undefined;
  const verdicts = concerned.map((agentId) => verdictOn(agentId, question));
  const mayHear = (id: string) =>
    (actor.kind === 'user' && actor.id === id) || supervisesAgent(actor, id, centre);
  return {
    id: interaction.id,
    now,
    state: interaction.state,
    ...placeOf(interaction),
    ...(route === undefined ? {} : { routing: routingOf(route) }),
    agents: verdicts.filter(({ agentId }) => mayHear(agentId)),
    ...(lastOffer?.type === 'AgentInvited' && lastOffer.data.why !== undefined
      ? { lastOffer: { agentId: lastOffer.data.agentId, at: lastOffer.at, why: lastOffer.data.why } }
      : {}),
    next: nextEvents(
      interaction,
      route,
      verdicts.filter(({ agentId }) => mayHear(agentId)),
    ),
  };
}

function placeOf(interaction: Interaction): Pick<InteractionExplanation, 'where' | 'since'> {
  const { handler, invitation, state, queue, placedAt, completedAt } = interaction;
  const tray = restingIn(interaction);
  if (completedAt !== undefined) return { where: { kind: 'history', id: queue }, since: completedAt };
  if (handler !== undefined) return { where: { kind: 'agent', id: handler }, since: placedAt };
  if (state === 'Invited' && invitation !== undefined)
    return { where: { kind: 'agent', id: invitation.agentId }, since: invitation.offeredAt };
  if (tray !== undefined) return { where: { kind: 'workbin', id: workbinKey(tray) }, since: placedAt };
  return { where: { kind: 'queue', id: queue }, since: placedAt };
}

const routingOf = ({ strategy, step, selection, asked, preferred }: Route): RoutingNow => ({
  ...(strategy === undefined ? {} : { strategy: strategy.id }),
  ...(step === undefined ? {} : { step }),
  selection,
  asked,
  ...(preferred === undefined ? {} : { preferred }),
});

function whatFallsDue({ command }: Deadline, { state }: Interaction): NextEvent['what'] {
  switch (command.type) {
    case 'wake':
      return 'wakes';
    case 'accept':
      return 'offerAnswersItself';
    case 'applyRules':
      return 'rankedAnew';
    case 'resume':
      return 'rulesTriedAgain';
    default:
      return state === 'Processing' ? 'handlingEnds' : 'offerEnds';
  }
}

function nextEvents(
  interaction: Interaction,
  route: Route | undefined,
  verdicts: readonly AgentVerdict[],
): readonly NextEvent[] {
  const deadline = deadlineOf(interaction);
  const found: NextEvent[] = [];
  if (deadline !== undefined) found.push({ at: deadline.at, what: whatFallsDue(deadline, interaction) });
  if (route?.moveTo !== undefined) found.push({ what: 'movesOn', to: route.moveTo });
  if (route?.until !== undefined) found.push({ at: route.until, what: 'routedAnew' });
  for (const { agentId, until } of verdicts)
    if (until !== undefined) found.push({ at: until, what: 'leftInPeaceNoLonger', agentId });
  found.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  if (route !== undefined && route.asked.length > 0) found.push({ what: 'offeredWhenFree' });
  return found;
}
