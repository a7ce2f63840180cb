/** Which tray work goes to that is put aside. */
import type { Actor } from '../actor.ts';
import type { InteractionCommands } from '../commands.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { LAST_AGENT_REMEMBERED } from '../options/case-options.ts';
import { resolve } from '../options/resolve.ts';
import { DRAFT, IN_PROGRESS } from '../options/workbin-options.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import type { Standing } from './ask.ts';
import { type Interaction, isOutbound } from './interaction.ts';

/** The agent's own tray for this interaction when it is put aside: for drafts if it is outbound; `undefined` if there is none. */
export function trayForLater(
  interaction: Interaction,
  agentId: string,
  centre: ContactCentre,
): WorkbinRef | undefined {
  const option = isOutbound(interaction) ? DRAFT : IN_PROGRESS;
  const type = resolve(option, [interaction.mediaType], { agentId, item: interaction }, centre);
  if (centre.workbinTypes.get(type)?.ownerKind !== 'Agent') return undefined;
  return { type, owner: { kind: 'Agent', id: agentId } };
}

/** The tray that a command names, or else that of whoever puts the work aside. */
export function trayFor(
  command: InteractionCommands['placeInWorkbin'] | InteractionCommands['reportReply'],
  actor: Actor,
  interaction: Interaction,
  centre: ContactCentre,
): WorkbinRef | undefined {
  if (command.type === 'placeInWorkbin' && command.workbin !== undefined) return command.workbin;
  return actor.kind === 'user' ? trayForLater(interaction, actor.id, centre) : undefined;
}

/**
 * The contact whose last agent its agent becomes by handling it: where the agent's options say so. Nobody else becomes
 * anybody's last agent by it.
 */
export function lastAgentOf({ actor, interaction, centre }: Standing): string | undefined {
  const { contactId, handler, mediaType } = interaction;
  if (actor.kind !== 'user' || actor.id !== handler || contactId === undefined) return undefined;
  return resolve(LAST_AGENT_REMEMBERED, [mediaType], { agentId: actor.id }, centre) ? contactId : undefined;
}
