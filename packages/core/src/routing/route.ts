/**
 * Where a strategy stands with a piece of waiting work at a moment: whom it may be offered to, or where it goes on to, and
 * until when that holds. It follows from how long the work has waited alone; nothing is kept of it anywhere.
 */

import { hoursAt } from '../calendars/calendar-hours.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { type Instant, SECOND } from '../values.ts';
import type { Destination, RoutingStep, RoutingTarget, Selection, Strategy } from './strategy.ts';

/** As much of a waiting interaction as routing looks at. */
export type Routable = Pick<
  Interaction,
  'queue' | 'mediaType' | 'priority' | 'placedAt' | 'preferredAgent' | 'requested'
>;

/** People who are asked, by how they are named. */
export interface Asked {
  readonly kind: 'agent' | 'agentGroup' | 'placeGroup' | 'skills';
  /** The agent, the group, or the skill expression. */
  readonly id: string;
  readonly share?: number;
}

export interface Route {
  /** Absent for a queue without one. */
  readonly strategy?: Strategy;
  /** Which step it is in; absent while no step's time is. */
  readonly step?: number;
  /** Whoever one of these reaches may be asked. */
  readonly asked: readonly Asked[];
  /** Before all others, if reached. */
  readonly preferred?: string;
  readonly selection: Selection;
  /** Some of whom is asked follows from this piece of work alone. */
  readonly passing?: true;
  /** It is not offered: it goes there. */
  readonly moveTo?: Destination;
  /** When this may be different by itself; never if absent. It may come out the same then. */
  readonly until?: Instant;
}

const LONGEST_IDLE: Selection = 'longestIdle';

export function routeAt(item: Routable, now: Instant, centre: ContactCentre): Route {
  const queue = centre.queues.get(item.queue);
  const strategy = centre.strategies.get(queue?.strategy ?? '');
  const preferred = item.preferredAgent === undefined ? {} : { preferred: item.preferredAgent };
  if (strategy === undefined)
    return {
      asked: (queue?.agentGroups ?? []).map((id) => ({ kind: 'agentGroup', id })),
      selection: LONGEST_IDLE,
      ...preferred,
    };
  const { overflow } = strategy;
  const tooOld =
    overflow?.olderThanSeconds === undefined ? undefined : item.placedAt + overflow.olderThanSeconds * SECOND;
  if (overflow !== undefined && tooOld !== undefined && now >= tooOld)
    return { strategy, asked: [], selection: LONGEST_IDLE, moveTo: overflow.to };
  return { strategy, ...preferred, ...inSteps(strategy, item, now, tooOld, centre) };
}

type InSteps = Omit<Route, 'strategy' | 'preferred'>;

/** Goes through the steps by how long the work has waited. A step that is not its time, or names nobody for this work, is passed over. */
function inSteps(
  strategy: Strategy,
  item: Routable,
  now: Instant,
  tooOld: Instant | undefined,
  centre: ContactCentre,
): InSteps {
  let until = tooOld ?? Number.POSITIVE_INFINITY;
  let since = item.placedAt;
  let last: InSteps | undefined;
  for (const [index, step] of strategy.steps.entries()) {
    if (step.during !== undefined) {
      const calendar = centre.calendars.get(step.during.calendar);
      if (calendar === undefined) continue;
      const hours = hoursAt(calendar, now);
      until = Math.min(until, hours.until);
      if (hours.open !== (step.during.hours === 'open')) continue;
    }
    const found = inStep(step, index, item, since, now);
    if (found === undefined) continue;
    const { next, ...here } = found;
    last = here;
    const end = since + (step.seconds ?? Number.POSITIVE_INFINITY) * SECOND;
    if (here.moveTo !== undefined) return here;
    if (now < end) return withEnd(here, Math.min(until, end, next));
    since = end;
  }
  return withEnd(last ?? { asked: [], selection: LONGEST_IDLE }, until);
}

const withEnd = (found: InSteps, until: number): InSteps =>
  until === Number.POSITIVE_INFINITY ? found : { ...found, until };

/** @param since when the step began for this work */
function inStep(
  step: RoutingStep,
  index: number,
  item: Routable,
  since: Instant,
  now: Instant,
): (InSteps & { readonly next: number }) | undefined {
  const selection = step.selection ?? LONGEST_IDLE;
  const next = Number.POSITIVE_INFINITY;
  if (step.moveTo !== undefined) {
    const moveTo = 'requested' in step.moveTo ? requestedQueue(item) : step.moveTo;
    return moveTo === undefined ? undefined : { step: index, asked: [], selection, moveTo, next };
  }
  const asked = (step.targets ?? []).flatMap((target) => askedBy(target, item, since, now) ?? []);
  if (asked.length === 0) return undefined;
  const relaxing = (step.targets ?? []).flatMap(({ relax = [] }) =>
    relax.map(({ afterSeconds }) => since + afterSeconds * SECOND).filter((at) => at > now),
  );
  const own = step.targets?.some(({ lastAgent, requested }) => lastAgent === true || requested === true);
  return {
    step: index,
    asked,
    selection,
    ...(own === true ? { passing: true } : {}),
    next: Math.min(next, ...relaxing),
  };
}

function requestedQueue({ queue, requested }: Routable): Destination | undefined {
  return requested?.kind === 'Queue' && requested.id !== queue ? { queue: requested.id } : undefined;
}

function askedBy(target: RoutingTarget, item: Routable, since: Instant, now: Instant): Asked | undefined {
  const named = (kind: Asked['kind'], id: string): Asked =>
    target.share === undefined ? { kind, id } : { kind, id, share: target.share };
  if (target.agent !== undefined) return named('agent', target.agent);
  if (target.agentGroup !== undefined) return named('agentGroup', target.agentGroup);
  if (target.placeGroup !== undefined) return named('placeGroup', target.placeGroup);
  if (target.skills !== undefined) {
    const relaxed = target.relax?.findLast(({ afterSeconds }) => now >= since + afterSeconds * SECOND);
    return named('skills', relaxed?.skills ?? target.skills);
  }
  if (target.lastAgent === true)
    return item.preferredAgent === undefined ? undefined : named('agent', item.preferredAgent);
  switch (item.requested?.kind) {
    case 'Agent':
      return named('agent', item.requested.id);
    case 'AgentGroup':
      return named('agentGroup', item.requested.id);
    case 'Skill':
      return named('skills', item.requested.id);
    default:
      return undefined;
  }
}

/**
 * What orders work among all that waits: the more, the sooner. Work that grows alike keeps its order whatever the time,
 * so `rank` can be compared within a strategy without looking at the clock.
 */
export function standingOf(
  item: Routable,
  centre: ContactCentre,
): { /** At time 0. */ readonly rank: number /** Points a millisecond. */; readonly growth: number } {
  const priority = centre.strategies.get(centre.queues.get(item.queue)?.strategy ?? '')?.priority;
  const growth =
    priority?.growth === undefined ? 0 : priority.growth.points / (priority.growth.everySeconds * SECOND);
  return { rank: item.priority + (priority?.add ?? 0) - growth * item.placedAt, growth };
}
