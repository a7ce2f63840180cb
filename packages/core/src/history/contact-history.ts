/** What a contact's history lists, for whom, and what may be done from there. */
import { z } from 'zod';
import { may } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import { sees } from '../access/reach.ts';
import type { Actor } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { allowed } from '../interaction/allowed.ts';
import type { Standing, Verdict } from '../interaction/ask.ts';
import type { InteractionLine } from '../lines.ts';
import { Name } from '../values.ts';

/** Which of a contact's interactions are listed: of one medium, or only those that are not finished. */
export const ContactFilter = z
  .object({ mediaType: Name.optional(), unfinished: z.boolean().optional() })
  .strict();
export type ContactFilter = Readonly<z.infer<typeof ContactFilter>>;

/** What somebody finished: of one medium, from one moment until before another. */
export const FinishedFilter = z
  .object({
    mediaType: Name.optional(),
    since: z.number().int().min(0).optional(),
    until: z.number().int().min(0).optional(),
  })
  .strict();
export type FinishedFilter = Readonly<z.infer<typeof FinishedFilter>>;

/** What is done from the history: taking up what lies with nobody, and what is finished. */
export const HISTORY_ACTIONS = ['pull', 'reopen'] as const;
export type HistoryAction = (typeof HISTORY_ACTIONS)[number];

/** One of a contact's interactions. */
export interface HistoryLine {
  readonly line: InteractionLine;
  /** The person may look at the whole of it. */
  readonly visible: boolean;
  readonly actions: readonly HistoryAction[];
}

/** Whoever may use the history may list what belongs to any contact. */
export const mayUseHistory = (actor: Actor, centre: ContactCentre): Verdict =>
  actor.kind !== 'user' || may(actor, 'use-history', centre)
    ? null
    : lacking(actor, 'use-history', undefined, centre);

/** A line of the history, with what the rules allow to be done from it. */
export function historyLine(standing: Standing, line: InteractionLine): HistoryLine {
  const { actor, interaction, centre, session } = standing;
  const own = actor.kind === 'user' ? session(actor.id) : undefined;
  const commands = allowed(standing);
  return {
    line,
    visible: sees(actor, interaction, own, centre),
    actions: HISTORY_ACTIONS.filter((action) => commands.includes(action)),
  };
}
