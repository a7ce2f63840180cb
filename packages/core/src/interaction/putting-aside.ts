/** Which tray work goes to that is put aside. */
import type { Actor } from '../actor.ts';
import type { InteractionCommands } from '../commands.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { resolve } from '../options/resolve.ts';
import { IN_PROGRESS } from '../options/workbin-options.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import type { Interaction } from './interaction.ts';

/** The agent's own tray for work of this medium, and for this interaction, that is put aside; `undefined` if there is none. */
export function inProgressWorkbin(
  interaction: Interaction,
  agentId: string,
  centre: ContactCentre,
): WorkbinRef | undefined {
  const type = resolve(IN_PROGRESS, [interaction.mediaType], { agentId, item: interaction }, centre);
  if (centre.workbinTypes.get(type)?.ownerKind !== 'Agent') return undefined;
  return { type, owner: { kind: 'Agent', id: agentId } };
}

/** The tray that a command names, or else the in-progress tray of whoever puts the work aside. */
export function trayFor(
  command: InteractionCommands['placeInWorkbin'],
  actor: Actor,
  interaction: Interaction,
  centre: ContactCentre,
): WorkbinRef | undefined {
  if (command.workbin !== undefined) return command.workbin;
  return actor.kind === 'user' ? inProgressWorkbin(interaction, actor.id, centre) : undefined;
}
