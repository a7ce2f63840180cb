/** What must hold before work is finished. */
import type { InteractionCommands } from '../commands.ts';
import { MEDIUM_DISPOSITION_MANDATORY } from '../options/disposition-options.ts';
import { MANDATORY_ACTIONS, type MandatoryAction } from '../options/finishing-options.ts';
import { resolve } from '../options/resolve.ts';
import { refuse } from '../refusals.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import { defaultDisposition, disposerOf, dispositionFits, dispositionOpen } from './disposition.ts';
import { hasPrivilege } from './standing.ts';

type Complete = Ask<InteractionCommands['complete']>;

/** Finishing with a disposition sets it, so it takes what setting it takes. */
export function dispositionPermitted(ask: Complete): Verdict {
  const { disposition } = ask.command;
  return disposition === undefined || disposition === ask.interaction.disposition
    ? null
    : (hasPrivilege('set-disposition')(ask) ?? dispositionOpen(ask));
}

/** The disposition that finishing sets: the one that is given, or the default where it has none; `undefined` for none. */
export const dispositionSet = (ask: Complete): string | undefined =>
  ask.command.disposition ??
  (ask.interaction.disposition === undefined ? defaultDisposition(ask) : undefined);

/** What must have been done before whoever asks may finish this. */
export const mandatoryActions = (standing: Standing): readonly MandatoryAction[] =>
  resolve(MANDATORY_ACTIONS, [standing.interaction.mediaType], disposerOf(standing), standing.centre);

/** A disposition must be set before whoever asks may finish this. */
export const dispositionMandatory = (standing: Standing): boolean =>
  resolve(
    MEDIUM_DISPOSITION_MANDATORY,
    [standing.interaction.mediaType],
    disposerOf(standing),
    standing.centre,
  ) || mandatoryActions(standing).includes('SetDisposition');

export function dispositionGiven(ask: Complete): Verdict {
  return !dispositionMandatory(ask) ||
    ask.interaction.disposition !== undefined ||
    dispositionSet(ask) !== undefined
    ? null
    : refuse('disposition_required', 'A disposition must be chosen before this can be marked done.');
}

export const completionFits = (ask: Complete): Verdict => dispositionFits(dispositionSet(ask), ask);

const MISSING = {
  AddNote: 'A note must be added before this can be marked done.',
  AssignContact: 'Its contact must be known before this can be marked done.',
} as const;

/** Everything that must have been done has been. */
export function actionsDone(ask: Complete): Verdict {
  const { noteCount, contactId } = ask.interaction;
  for (const action of mandatoryActions(ask)) {
    const missing =
      (action === 'AddNote' && noteCount === 0) || (action === 'AssignContact' && contactId === undefined);
    if (missing) return refuse('action_required', MISSING[action], { action });
  }
  return null;
}
