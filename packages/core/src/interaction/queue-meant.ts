/** The queue that a command means where it names none. */
import type { InteractionCommands } from '../commands.ts';
import { DEFAULT_QUEUE, OUTBOUND_QUEUE } from '../options/finishing-options.ts';
import { resolve } from '../options/resolve.ts';
import { refuse } from '../refusals.ts';
import type { Ask, Verdict } from './ask.ts';
import { isOutbound } from './interaction.ts';

type Queueing = Ask<InteractionCommands['submit' | 'moveToQueue']>;

const someQueue = (id: string): string | undefined => (id === '' ? undefined : id);

/** The queue that is named, or the one that is set for new work, or for what goes out; `undefined` for none. */
export function queueMeant({ command, actor, interaction, centre }: Queueing): string | undefined {
  if (command.queue !== undefined) return command.queue;
  const agentId = actor.kind === 'user' ? actor.id : undefined;
  if (command.type === 'submit')
    return someQueue(resolve(DEFAULT_QUEUE, [command.mediaType], { agentId, item: command }, centre));
  return isOutbound(interaction)
    ? someQueue(resolve(OUTBOUND_QUEUE, [interaction.mediaType], { agentId, item: interaction }, centre))
    : undefined;
}

/** A queue is named or set, and there is one of that name. */
export function queueKnown(ask: Queueing): Verdict {
  const queue = queueMeant(ask);
  if (queue === undefined)
    return refuse('queue_required', 'No queue is named, and none is set for this. Name the queue.');
  return queueExists(queue, ask);
}

export const queueExists = (queue: string, { centre }: Pick<Ask, 'centre'>): Verdict =>
  centre.queues.has(queue)
    ? null
    : refuse(
        'queue_unknown',
        `There is no queue "${queue}". Known: ${[...centre.queues.keys()].join(', ')}.`,
        { queue },
      );
