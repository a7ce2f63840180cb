/**
 * What has to be looked at before a command can be decided. The engine loads exactly this; a decision that asks for
 * more throws, because an answer from a row that was not loaded would be a guess.
 */
import type { Actor } from './actor.ts';
import { isSessionCommand } from './command-types.ts';
import type { Command } from './commands.ts';
import type { ContactCentre } from './config/contact-centre.ts';
import type { Interaction } from './interaction/interaction.ts';
import { trayFor, trayForLater } from './interaction/putting-aside.ts';
import type { WorkbinRef } from './workbin/workbin.ts';

export interface Concerns {
  readonly agents: ReadonlySet<string>;
  /** Trays whose count may matter: those with a limit that something may be put into. */
  readonly workbins: readonly WorkbinRef[];
  /** Whose last agents may matter. */
  readonly contactId?: string;
}

/** The agents and limited trays a command concerns, given the interaction it names (if there is one). */
export function concernsOf(
  command: Command,
  actor: Actor,
  interaction: Interaction | undefined,
  centre: ContactCentre,
): Concerns {
  const agents = new Set<string>();
  if (actor.kind === 'user') agents.add(actor.id);
  if ('agentId' in command && command.agentId !== undefined) agents.add(command.agentId);
  if (isSessionCommand(command)) return { agents, workbins: [] };

  if (interaction?.handler !== undefined) agents.add(interaction.handler);
  if (interaction?.invitation !== undefined) agents.add(interaction.invitation.agentId);

  const workbins: WorkbinRef[] = [];
  const putsAside = command.type === 'placeInWorkbin' || command.type === 'reportReply';
  if (putsAside && interaction !== undefined) {
    const tray = trayFor(command, actor, interaction, centre);
    if (tray) workbins.push(tray);
  } else if ('workbin' in command && command.workbin !== undefined) workbins.push(command.workbin);
  const mayGoBack = command.type === 'revoke' || command.type === 'snooze';
  if (mayGoBack && interaction?.handler !== undefined) {
    const tray = trayForLater(interaction, interaction.handler, centre);
    if (tray) workbins.push(tray);
  }
  const contactId = command.type === 'submit' ? command.contactId : undefined;
  return {
    agents,
    ...(contactId === undefined ? {} : { contactId }),
    workbins: workbins.filter(({ type }) => centre.workbinTypes.get(type)?.limit !== undefined),
  };
}
