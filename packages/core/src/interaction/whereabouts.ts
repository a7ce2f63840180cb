/** What stays known of an interaction's way while it is in somebody's hands: where it lay last, and how it was offered. */
import { workbinKey } from '../workbin/workbin.ts';
import { type Delivery, type Interaction, type Placement, waitingIn } from './interaction.ts';

const whereItLies = (interaction: Interaction): string | undefined =>
  interaction.workbin === undefined ? waitingIn(interaction) : workbinKey(interaction.workbin);

/** Its last place after an event. An edit where it lies is no new placement; a refused offer brings it back to its queue. */
export function placed(before: Interaction, after: Interaction, at: number): Placement | undefined {
  const place = whereItLies(after);
  if (place === undefined || place === whereItLies(before)) return before.placement;
  return { place, at, since: before.placement?.place === place ? before.placement.since : at };
}

/** How it was offered, after one more offer. */
export function delivered(
  { queue, delivery }: Interaction,
  offer: Pick<Delivery, 'agentId' | 'agentGroup' | 'strategy' | 'skills' | 'place'>,
): Delivery {
  const { agentId, agentGroup, strategy, skills, place } = offer;
  const before = delivery?.perGroup ?? {};
  const way = {
    ...(strategy === undefined ? {} : { strategy }),
    ...(skills === undefined ? {} : { skills }),
    ...(place === undefined ? {} : { place }),
  };
  if (agentGroup === undefined) return { agentId, queue, ...way, perGroup: before };
  // A group may be called `__proto__`: own keys only, and never by assignment.
  const offered = Object.hasOwn(before, agentGroup) ? (before[agentGroup] ?? 0) : 0;
  const perGroup = Object.fromEntries([...Object.entries(before), [agentGroup, offered + 1]]);
  return { agentId, queue, agentGroup, ...way, perGroup };
}
