/**
 * Answers a command to one interaction: what happened and what it is now, or why not. Pure: the same question gets the
 * same answer for ever, on the server, on an offline desk and in a test.
 */
import { actorName } from '../actor.ts';
import type { InteractionEvent } from '../events.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { describeWorkbin, sameWorkbin } from '../workbin/workbin.ts';
import type { Ask, Verdict } from './ask.ts';
import { transitions } from './compiled.ts';
import { evolve } from './evolve.ts';
import { happened } from './happened.ts';
import type { Interaction } from './interaction.ts';
import { trayFor } from './putting-aside.ts';
import { queueMeant } from './queue-meant.ts';
import { type RuleName, verdict } from './rules.ts';

export type InteractionDecision =
  | { readonly ok: true; readonly events: readonly InteractionEvent[]; readonly next: Interaction }
  | { readonly ok: false; readonly refusal: Refusal };

const no = (refusal: Refusal): InteractionDecision => ({ ok: false, refusal });

/**
 * It is so already: asking again is no mistake and changes nothing, for whoever might have asked the first time.
 * Answers the rule that person must satisfy.
 */
function isSoAlready(ask: Ask): RuleName | undefined {
  const { interaction, command, actor, centre } = ask;
  switch (command.type) {
    case 'submit':
      // The same work again. Other work under an id that is in use must hear "no", or it would be lost with a "yes".
      return interaction.state !== 'New' && command.externalId === interaction.externalId
        ? 'mayBringIn'
        : undefined;
    case 'placeInWorkbin':
    case 'moveToWorkbin': {
      if (interaction.state !== 'InWorkbin') return undefined;
      const tray =
        command.type === 'moveToWorkbin' ? command.workbin : trayFor(command, actor, interaction, centre);
      return sameWorkbin(interaction.workbin, tray) ? 'mayMoveFromTray' : undefined;
    }
    case 'moveToQueue':
      // Moved to where it waits already, it would lose its turn.
      return interaction.state === 'Queued' && interaction.queue === queueMeant({ ...ask, command })
        ? 'mayRequeue'
        : undefined;
    default:
      return undefined;
  }
}

const iso = (instant: number | undefined) =>
  instant === undefined ? 'a moment ago' : new Date(instant).toISOString();

/** The state does not know the command. Whoever comes second is told who came first, and when. */
export function outOfPlace({ interaction, command }: Ask): Refusal {
  const { state, handler, assignedAt, invitation, workbin } = interaction;
  if (state === 'New')
    return refuse('interaction_unknown', `There is no interaction "${interaction.id}".`, {
      interactionId: interaction.id,
    });
  const wanted = command.type === 'pull' || command.type === 'accept';
  if (wanted && handler !== undefined)
    return refuse('taken', `${handler} took it at ${iso(assignedAt)}.`, {
      holder: handler,
      since: assignedAt ?? 0,
      state,
    });
  if (wanted && invitation !== undefined)
    return refuse(
      'taken',
      `It is being offered to ${invitation.agentId} since ${iso(invitation.offeredAt)}.`,
      {
        holder: invitation.agentId,
        since: invitation.offeredAt,
        state,
      },
    );
  const where = workbin ? ` in ${describeWorkbin(workbin)}` : handler ? ` on ${handler}'s desk` : '';
  const possible = [...transitions[state].keys()];
  return refuse(
    'wrong_state',
    `"${command.type}" is not possible while the interaction is ${state}${where}. Possible now: ${possible.join(', ')}.`,
    { state, possible },
  );
}

/**
 * Decides a command.
 * @param ask the situation, with an `interaction` in state `New` if there is none yet
 */
export function decideInteraction(ask: Ask): InteractionDecision {
  const { interaction, command, actor, now } = ask;
  const unchanged = isSoAlready(ask);
  if (unchanged) {
    const refusal = verdict(unchanged, ask);
    return refusal ? no(refusal) : { ok: true, events: [], next: interaction };
  }
  const candidates = transitions[interaction.state].get(command.type);
  if (candidates === undefined) return no(outOfPlace(ask));

  let refusal: Verdict = null;
  for (const transition of candidates) {
    refusal = verdict(transition.rule, ask);
    if (refusal) continue;
    const event = {
      subject: 'interaction',
      type: transition.happened,
      interactionId: interaction.id,
      version: interaction.version + 1,
      state: transition.target,
      at: now,
      by: actorName(actor),
      data: happened[transition.happened](ask as never),
    } as InteractionEvent;
    return { ok: true, events: [event], next: evolve(interaction, event) };
  }
  return no(refusal ?? outOfPlace(ask));
}
