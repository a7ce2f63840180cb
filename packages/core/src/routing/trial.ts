/** Where a piece of work would go in the course of time, if nobody took it: what a strategy comes to, for those who write it. */
import type { ContactCentre } from '../config/contact-centre.ts';
import { type Instant, SECOND } from '../values.ts';
import { isAskedBy } from './reached.ts';
import { type Asked, type Routable, type Route, routeAt, standingOf } from './route.ts';
import type { Destination, Selection } from './strategy.ts';

/** How long the course is followed: from then on every week is like the one before, but for exceptions of calendars. */
const HORIZON = 14 * 86_400 * SECOND;
const MOST_STAGES = 60;

/** For so long it is the same. */
export interface RoutingStage {
  readonly from: Instant;
  /** Absent: from then on. */
  readonly until?: Instant;
  readonly step?: number;
  readonly selection: Selection;
  readonly asked: readonly Asked[];
  readonly preferred?: string;
  /** It goes there at once. */
  readonly moveTo?: Destination;
  /** What it counts against other work at the beginning of the stage: its own priority and what has been added. */
  readonly standing: number;
}

/** Stages that follow one another, from the moment that it comes to the queue. */
export function routingCourse(item: Routable, centre: ContactCentre): readonly RoutingStage[] {
  const stages: RoutingStage[] = [];
  const { rank, growth } = standingOf(item, centre);
  let at: Instant | undefined = item.placedAt;
  while (at !== undefined && at - item.placedAt <= HORIZON && stages.length < MOST_STAGES) {
    const route: Route = routeAt(item, at, centre);
    const before = stages.at(-1);
    const same = before !== undefined && sameRoute(before, route);
    const stage: RoutingStage = same
      ? before
      : { ...shown(route), from: at, standing: Math.round(rank + growth * at) };
    if (same) stages.pop();
    const { until: _, ...rest } = stage;
    const next: Instant | undefined = route.moveTo === undefined ? route.until : undefined;
    stages.push(next === undefined ? rest : { ...rest, until: next });
    at = next;
  }
  return stages;
}

const shown = ({ step, selection, asked, preferred, moveTo }: Route) => ({
  ...(step === undefined ? {} : { step }),
  selection,
  asked,
  ...(preferred === undefined ? {} : { preferred }),
  ...(moveTo === undefined ? {} : { moveTo }),
});

const sameRoute = (one: RoutingStage, other: Route): boolean => {
  const { from: _, until: __, standing: ___, ...known } = one;
  return JSON.stringify(known) === JSON.stringify(shown(other));
};

/** Agents whom these name, by where they usually sit; in configured order. */
export function peopleAsked(asked: readonly Asked[], centre: ContactCentre): readonly string[] {
  return [...centre.agents.values()].flatMap(({ id, defaultPlace }) =>
    asked.some((one) => isAskedBy(one, id, defaultPlace, centre)) ? [id] : [],
  );
}
