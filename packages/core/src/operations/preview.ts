/** What would come of a command, or what came of it, as a line of a report. */
import { may } from '../access/grants.ts';
import { isAdministrator, sees } from '../access/reach.ts';
import { type Actor, actorName } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { decide, type Expectations, type Situation } from '../decide.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { commandOf, type Operation, type OperationItem, standingOf } from './operation.ts';
import { undoOf } from './undo.ts';

/** Somebody asked for what there is not, or for what they may not know of. */
export const unknownItem = (id: string, externalId?: string): OperationItem => ({
  id,
  ...(externalId === undefined ? {} : { externalId }),
  refusal: refuse('interaction_unknown', `There is no interaction "${externalId ?? id}".`, {
    interactionId: externalId ?? id,
  }),
});

const named = ({ id, externalId }: Interaction) => ({
  id,
  ...(externalId === undefined ? {} : { externalId }),
});

/** Operations on many are for those who watch over work; with their own work agents go on one by one. */
export const mayOperate = (actor: Actor, centre: ContactCentre): Refusal | null =>
  isAdministrator(actor, centre) || may(actor, 'manage-interactions', centre)
    ? null
    : refuse(
        'not_permitted',
        `${actorName(actor)} watches over no work. Ask a team lead or an administrator.`,
        {
          privilege: 'manage-interactions',
        },
      );

/** Decides the operation on one piece of work, and changes nothing. */
export function previewItem(
  situation: Situation & { readonly interaction: Interaction },
  operation: Operation,
  actor: Actor,
  expectations: Expectations = {},
): OperationItem {
  const { interaction, session, centre } = situation;
  const own = actor.kind === 'user' ? session(actor.id) : undefined;
  const seen = sees(actor, interaction, own, centre) ? { before: standingOf(interaction) } : {};
  const command = commandOf(operation, interaction.id);
  const decision = decide(situation, command, actor, expectations);
  if (!decision.ok) return { ...named(interaction), ...seen, refusal: decision.refusal };
  const after = decision.interaction ?? interaction;
  const undo = undoOf(interaction, command, after);
  return {
    ...named(interaction),
    ...seen,
    after: standingOf(after),
    ...(undo === undefined ? {} : { undo }),
  };
}

/** What came of it. @param after as it was read afterwards; somebody may have changed it again since */
export function doneItem(
  before: Interaction,
  operation: Operation,
  after: Interaction,
  version: number,
): OperationItem {
  const undo = undoOf(before, commandOf(operation, before.id), { ...after, version });
  return {
    ...named(before),
    before: standingOf(before),
    after: standingOf(after),
    ...(undo === undefined ? {} : { undo }),
  };
}

/** Why it was not done. */
export const refusedItem = (item: OperationItem, refusal: Refusal): OperationItem => {
  const { after, undo, ...rest } = item;
  return { ...rest, refusal };
};
