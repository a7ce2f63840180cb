/** What a desk answers by itself to a command while the server cannot be reached. */
import { user } from '../actor.ts';
import type { Command } from '../commands.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { MyDesk } from '../desk.ts';
import type { InteractionEvent } from '../events.ts';
import { allowed } from '../interaction/allowed.ts';
import type { Standing } from '../interaction/ask.ts';
import { decideInteraction } from '../interaction/decide.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { InteractionView } from '../interaction/view.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { taskStatus } from '../rules/status.ts';
import type { Instant } from '../values.ts';
import { baseOf, canWait, isOfflineCommand, OFFLINE_COMMANDS, type QueuedEdit, touchedKeys } from './edit.ts';

/** The person and what their desk knows. */
export interface OfflineDesk {
  readonly me: MyDesk;
  readonly centre: ContactCentre;
}

export type OfflineDecision =
  | {
      readonly ok: true;
      readonly edit: QueuedEdit;
      readonly view: InteractionView;
      /** What will have happened. */
      readonly events: readonly InteractionEvent[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

const standing = ({ me, centre }: OfflineDesk, interaction: Interaction, now: Instant): Standing => ({
  interaction,
  actor: user(me.agent.id),
  now,
  centre,
  session: (agentId) => (agentId === me.agent.id ? me.session : undefined),
  // How full a tray is, only the server knows: it is asked when the edit is replayed.
  resting: () => 0,
});

/** [L12] The answer to what cannot wait, while the server cannot be reached. */
export const needsServer = (type: Command['type']): Refusal =>
  refuse('server_needed', `"${type}" needs the server, which cannot be reached now. Try again once it can.`, {
    possible: [...OFFLINE_COMMANDS],
  });

/** [L12] The answer to what cannot wait and was under way when the server was lost. */
export const lostOnTheWay = (type: Command['type']): Refusal =>
  refuse(
    'answer_lost',
    `"${type}" was sent, but the server was lost before it answered. Look whether it was done once the server can be reached, and do it again if not.`,
  );

/** [L2] What may be done to a piece of work offline: what the server listed, and can wait. */
export const allowedOffline = (view: InteractionView): InteractionView => ({
  ...view,
  allowed: view.allowed.filter(canWait),
});

/**
 * [L1] [L2] Decides a command by core's own rules on what the desk knows.
 * @param view the work as last seen, with what was done to it since laid over it
 */
export function decideOffline(
  desk: OfflineDesk,
  view: InteractionView | undefined,
  {
    commandId,
    command,
    now,
  }: { readonly commandId: string; readonly command: Command; readonly now: Instant },
): OfflineDecision {
  if (!isOfflineCommand(command)) return { ok: false, refusal: needsServer(command.type) };
  if (view === undefined)
    return {
      ok: false,
      refusal: refuse('interaction_unknown', 'This work is not kept on this computer.', {
        interactionId: command.interactionId,
      }),
    };
  const { interaction, options } = view;
  const named =
    command.type === 'placeInWorkbin' && command.workbin === undefined && options.inProgress !== undefined
      ? { ...command, workbin: options.inProgress }
      : command;
  const asked = standing(desk, interaction, now);
  if (!view.allowed.includes(command.type))
    return {
      ok: false,
      refusal: refuse('not_permitted', `"${command.type}" was not possible when the server was last asked.`, {
        state: interaction.state,
      }),
    };
  const decision = decideInteraction({ ...asked, command: named });
  if (!decision.ok) return decision;
  const { next } = decision;
  return {
    ok: true,
    events: decision.events,
    edit: { commandId, command: named, base: baseOf(interaction, touchedKeys(named)), at: now },
    view: allowedOffline({
      interaction: next,
      status: taskStatus(next),
      allowed: allowed(standing(desk, next, now)),
      options,
    }),
  };
}

/** [L3] The work as it will be once everything that waits for it has been carried out, and what will have happened. */
export function afterEdits(
  desk: OfflineDesk,
  view: InteractionView,
  edits: readonly QueuedEdit[],
): { readonly view: InteractionView; readonly events: readonly InteractionEvent[] } {
  let seen = view;
  const events: InteractionEvent[] = [];
  for (const { commandId, command, at } of edits) {
    if (command.interactionId !== view.interaction.id) continue;
    const decision = decideOffline(desk, seen, { commandId, command, now: at });
    if (!decision.ok) continue;
    seen = decision.view;
    events.push(...decision.events);
  }
  return { view: seen, events };
}

/** [L3] The same without what will have happened. */
export const withEdits = (
  desk: OfflineDesk,
  view: InteractionView,
  edits: readonly QueuedEdit[],
): InteractionView => afterEdits(desk, view, edits).view;
