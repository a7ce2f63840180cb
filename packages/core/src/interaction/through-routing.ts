/**
 * Transfers that take the way through routing: instead of straight to its target the work goes to a queue, and says in
 * its attached data where it was meant to go, for the strategy of that queue to read. Keys as Genesys Workspace writes them.
 */
import { actorName } from '../actor.ts';
import type { InteractionCommands } from '../commands.ts';
import { resolve } from '../options/resolve.ts';
import { ROUTING_ACTIONS, ROUTING_QUEUE, ROUTING_TARGETS } from '../options/routing-options.ts';
import { refuse } from '../refusals.ts';
import type { UserData } from '../values.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import type { Requested } from './interaction.ts';
import { queueMeant } from './queue-meant.ts';
import { dataFits } from './user-data-limits.ts';

export type TransferTarget = Requested;

export interface RoutedTransfer {
  readonly queue: string;
  /** The four keys. */
  readonly userData: UserData;
}

type Transfer = Ask<InteractionCommands['transfer']>;

/** It says to whom, and to one only. */
export function namesOneTarget({ command: { agentId, agentGroup, skill } }: Transfer): Verdict {
  const named = [agentId, agentGroup, skill].filter((one) => one !== undefined).length;
  return named === 1
    ? null
    : refuse(
        'target_unclear',
        `A transfer names one of agentId, agentGroup and skill; this one names ${named}. Name one.`,
        { named },
      );
}

/** Whom a transfer names: `namesOneTarget` has seen that it is one. */
export function targetOf({ agentId, agentGroup, skill }: InteractionCommands['transfer']): TransferTarget {
  if (agentGroup !== undefined) return { kind: 'AgentGroup', id: agentGroup };
  if (skill !== undefined) return { kind: 'Skill', id: skill };
  return { kind: 'Agent', id: agentId ?? '' };
}

const askingFor = ({ actor, interaction }: Standing) => ({
  agentId: actor.kind === 'user' ? actor.id : undefined,
  item: interaction,
});

const routingQueue = (ask: Standing): string =>
  resolve(ROUTING_QUEUE, [ask.interaction.mediaType], askingFor(ask), ask.centre);

/** Its agent's transfer to this target goes through routing: there is a queue for it, and it must or is chosen to. */
export function isRouted(target: TransferTarget, ask: Standing): boolean {
  const { actor, interaction, centre } = ask;
  if (actor.kind !== 'user' || interaction.handler !== actor.id || routingQueue(ask) === '') return false;
  const { kind } = target;
  if (kind === 'AgentGroup' || kind === 'Skill') return true;
  const of = [interaction.mediaType];
  const asking = askingFor(ask);
  return (
    resolve(ROUTING_TARGETS, of, asking, centre).includes(kind) &&
    resolve(ROUTING_ACTIONS, of, asking, centre).includes('OneStepTransfer')
  );
}

/** Where the transfer goes that is routed, and what is attached. */
export const routed = (target: TransferTarget, ask: Standing): RoutedTransfer => ({
  queue: routingQueue(ask),
  userData: {
    IW_RoutingBasedOriginalEmployeeId: actorName(ask.actor),
    IW_RoutingBasedTargetId: target.id,
    IW_RoutingBasedTargetType: target.kind,
    IW_RoutingBasedActionType: 'OneStepTransfer',
  },
});

function targetKnown({ kind, id }: TransferTarget, { interaction, centre }: Standing): Verdict {
  if (kind === 'AgentGroup' && !centre.agentGroups.has(id))
    return refuse('group_unknown', `There is no agent group "${id}".`, { agentGroup: id });
  if (kind !== 'Agent') return null;
  if (!centre.agents.has(id)) return refuse('agent_unknown', `There is no agent "${id}".`, { agentId: id });
  return id === interaction.handler
    ? refuse('same_agent', `It is on ${id}'s desk already. Choose a colleague.`, { agentId: id })
    : null;
}

/** The transfer takes the way through routing, its target exists, and what is attached still fits. */
export function goesThroughRouting(ask: Transfer): Verdict {
  const target = targetOf(ask.command);
  if (!isRouted(target, ask))
    return refuse(
      'not_routed_here',
      `A transfer to ${target.kind} "${target.id}" does not go through routing.`,
    );
  return targetKnown(target, ask) ?? dataFits(ask.interaction.userData, routed(target, ask).userData);
}

/**
 * The transfer goes straight to an agent. What goes through routing never does, not even where that way is barred, and
 * agent groups and skills are reached in no other way.
 */
export function goesStraight(ask: Transfer): Verdict {
  const target = targetOf(ask.command);
  if (isRouted(target, ask))
    return (
      goesThroughRouting(ask) ??
      refuse('not_routed_here', 'This transfer goes through routing, not straight.')
    );
  if (target.kind === 'Agent') return null;
  const option = `intercommunication.${ask.interaction.mediaType}.queue`;
  return refuse(
    'routing_queue_missing',
    `A transfer to ${target.kind} "${target.id}" goes through routing, and no queue is set for it. Set ${option}.`,
    { option },
  );
}

/** A move to a queue that goes through routing leaves room for what is attached. */
export function routedMoveFits(ask: Ask<InteractionCommands['moveToQueue']>): Verdict {
  const target = { kind: 'Queue', id: queueMeant(ask) ?? '' } as const;
  return isRouted(target, ask) ? dataFits(ask.interaction.userData, routed(target, ask).userData) : null;
}
