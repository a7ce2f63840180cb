/** What must hold before work is finished. */
import type { InteractionCommands } from '../commands.ts';
import { MEDIUM_DISPOSITION_MANDATORY } from '../options/finishing-options.ts';
import { resolve } from '../options/resolve.ts';
import { refuse } from '../refusals.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import { hasPrivilege } from './standing.ts';

type Complete = Ask<InteractionCommands['complete']>;

/** Finishing with a disposition sets it, so it takes what setting it takes. */
export function dispositionPermitted(ask: Complete): Verdict {
  const { disposition } = ask.command;
  return disposition === undefined || disposition === ask.interaction.disposition
    ? null
    : hasPrivilege('set-disposition')(ask);
}

/** A disposition must be set before whoever asks may finish this. */
export const dispositionMandatory = ({ actor, interaction, centre }: Standing): boolean =>
  resolve(
    MEDIUM_DISPOSITION_MANDATORY,
    [interaction.mediaType],
    { agentId: actor.kind === 'user' ? actor.id : interaction.handler, item: interaction },
    centre,
  );

export function dispositionGiven(ask: Complete): Verdict {
  const { command, interaction } = ask;
  return !dispositionMandatory(ask) ||
    command.disposition !== undefined ||
    interaction.disposition !== undefined
    ? null
    : refuse('disposition_required', 'A disposition must be chosen before this can be marked done.');
}
