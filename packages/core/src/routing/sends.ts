/** The router moves work by itself only to where its queue's strategy sends it. */
import type { InteractionCommands } from '../commands.ts';
import type { Ask, Verdict } from '../interaction/ask.ts';
import { refuse } from '../refusals.ts';
import { describeWorkbin, sameWorkbin } from '../workbin/workbin.ts';
import { destinationsOf } from './strategy.ts';

type Move = Ask<InteractionCommands['moveToQueue' | 'moveToWorkbin']>;

export function strategySendsThere({ actor, command, interaction, centre }: Move): Verdict {
  if (actor.kind !== 'router') return null;
  const strategy = centre.strategies.get(centre.queues.get(interaction.queue)?.strategy ?? '');
  const places = strategy === undefined ? [] : destinationsOf(strategy).map(({ to }) => to);
  const there =
    command.type === 'moveToQueue'
      ? places.some((to) => 'queue' in to && to.queue === command.queue) ||
        (interaction.requested?.kind === 'Queue' && interaction.requested.id === command.queue)
      : places.some((to) => 'workbin' in to && sameWorkbin(to.workbin, command.workbin));
  const goal = command.type === 'moveToQueue' ? `queue "${command.queue}"` : describeWorkbin(command.workbin);
  return there
    ? null
    : refuse('not_routed_here', `No strategy sends the work of "${interaction.queue}" to ${goal}.`, {
        queue: interaction.queue,
      });
}
