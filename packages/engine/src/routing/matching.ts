/** Who is offered what. Pure: from what waits and who is free, the offers to be made now. */
import {
  type AgentSession,
  type Coming,
  type ContactCentre,
  type Instant,
  roomFor,
  servesQueue,
} from '@intray/core';
import { inOrder, type LaneView, type WaitingItem } from './lane.ts';

export interface Offer {
  readonly item: WaitingItem;
  readonly agentId: string;
}

export interface Match<L extends LaneView> {
  readonly offers: readonly Offer[];
  /** Lanes whose known work is used up (or nobody's at the moment) while somebody who serves them is still free. */
  readonly hungry: readonly L[];
  /** When the next exclusion ends that kept work from somebody who is free. */
  readonly tryAgainAt: Instant | undefined;
}

export interface Matching<L extends LaneView> {
  readonly lanes: readonly L[];
  readonly sessions: readonly AgentSession[];
  /** Offers to an agent that are under way and not in the session's load yet, per media type. */
  readonly underWay: (agentId: string) => Coming | undefined;
  readonly now: Instant;
  readonly centre: ContactCentre;
}

/** An agent with room, and how much. */
interface Free {
  readonly session: AgentSession;
  room: number;
}

/** Ready in the medium, reachable, with room: whoever has been idle for longest comes first. */
function freeFor(
  mediaType: string,
  { sessions, underWay, centre }: Matching<LaneView>,
  found: ReadonlyMap<string, Coming>,
): Free[] {
  const free: Free[] = [];
  for (const session of sessions) {
    if (!session.active || !session.reachable || session.channels[mediaType]?.ready !== true) continue;
    const coming = found.get(session.agentId) ?? underWay(session.agentId);
    const room = roomFor(session, mediaType, centre, coming);
    if (room > 0) free.push({ session, room });
  }
  return free.sort(
    (a, b) => a.session.idleSince - b.session.idleSince || (a.session.agentId < b.session.agentId ? -1 : 1),
  );
}

/**
 * Takes the best piece of work first, whichever queue it waits in, and finds somebody for it. What nobody can take now
 * is passed over and holds up nothing behind it; media are looked at each on their own for the same reason.
 */
export function match<L extends LaneView>(matching: Matching<L>): Match<L> {
  const offers: Offer[] = [];
  const hungry: L[] = [];
  /** With what this match gives them, of other media too: a capacity rule may count media together. */
  const coming = new Map<string, Coming>();
  let tryAgainAt: Instant | undefined;
  const soonest = (until: Instant) => {
    tryAgainAt = Math.min(tryAgainAt ?? until, until);
  };

  for (const [mediaType, lanes] of Map.groupBy(matching.lanes, (lane) => lane.mediaType)) {
    if (lanes.every((lane) => lane.items.length === 0 && !lane.readable)) continue;
    let free = freeFor(mediaType, matching, coming);
    if (free.length === 0) continue;
    for (const item of best(lanes)) {
      const taker = takerOf(item, free, matching, soonest);
      if (taker === undefined) continue;
      const { agentId } = taker.session;
      offers.push({ item, agentId });
      const before = coming.get(agentId) ?? matching.underWay(agentId);
      coming.set(agentId, new Map([...(before ?? []), [mediaType, (before?.get(mediaType) ?? 0) + 1]]));
      taker.room -= 1;
      // Whoever was just offered something is no longer the longest idle.
      free = [...free.filter((one) => one !== taker), ...(taker.room > 0 ? [taker] : [])];
      if (free.length === 0) break;
    }
    for (const lane of lanes)
      if (
        lane.readable &&
        free.some(({ session }) => servesQueue(session.agentId, lane.queue, matching.centre))
      )
        hungry.push(lane);
  }
  return { offers, hungry, tryAgainAt };
}

/** All items of several ordered lanes, in order. */
function* best(lanes: readonly LaneView[]): Generator<WaitingItem> {
  const heads = lanes.map((lane) => ({ items: lane.items, next: 0 }));
  for (;;) {
    let first: { items: readonly WaitingItem[]; next: number } | undefined;
    for (const head of heads) {
      const item = head.items[head.next];
      if (item === undefined) continue;
      const rival = first?.items[first.next];
      if (rival === undefined || inOrder(item, rival) < 0) first = head;
    }
    const item = first?.items[first.next];
    if (first === undefined || item === undefined) return;
    first.next += 1;
    yield item;
  }
}

function takerOf(
  item: WaitingItem,
  free: readonly Free[],
  { now, centre }: Matching<LaneView>,
  soonest: (until: Instant) => void,
): Free | undefined {
  const may = ({ session: { agentId } }: Free): boolean => {
    if (!servesQueue(agentId, item.queue, centre)) return false;
    const exclusion = item.exclusions.find((one) => one.agentId === agentId && now < one.until);
    if (exclusion !== undefined) soonest(exclusion.until);
    return exclusion === undefined;
  };
  const preferred = free.find(({ session }) => session.agentId === item.preferredAgent);
  return preferred !== undefined && may(preferred) ? preferred : free.find(may);
}
