/** An interaction as a desk is given it: what it is, what may be done with it, and what the options say about it. */
import type { InteractionCommandType } from '../commands.ts';
import { TOAST_KEY } from '../options/answer-options.ts';
import { PROMPT_FOR_DONE } from '../options/finishing-options.ts';
import { resolve } from '../options/resolve.ts';
import { type TaskStatus, taskStatus } from '../rules/status.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import { allowed } from './allowed.ts';
import type { Standing } from './ask.ts';
import { dispositionMandatory } from './finishing.ts';
import type { Interaction } from './interaction.ts';
import { inProgressWorkbin } from './putting-aside.ts';

/** What a desk must know beforehand; the server holds to it in any case. */
export interface ItemOptions {
  readonly dispositionMandatory: boolean;
  /** Ask once more before it is marked done. */
  readonly promptForDone: boolean;
  /** The attached key whose value heads an offer. */
  readonly toastKey: string;
  /** Where it goes if it is put aside without naming a workbin. */
  readonly inProgress?: WorkbinRef;
}

/** An interaction with everything, and what the person who asks may do with it. */
export interface InteractionView {
  readonly interaction: Interaction;
  /** How far it has come, in the words of task distribution. */
  readonly status: TaskStatus;
  readonly allowed: readonly InteractionCommandType[];
  readonly options: ItemOptions;
}

function optionsFor(standing: Standing): ItemOptions {
  const { actor, interaction, centre } = standing;
  const agentId = actor.kind === 'user' ? actor.id : undefined;
  const asking = { agentId, item: interaction };
  const inProgress = agentId === undefined ? undefined : inProgressWorkbin(interaction, agentId, centre);
  return {
    dispositionMandatory: dispositionMandatory(standing),
    promptForDone: resolve(PROMPT_FOR_DONE, [interaction.mediaType], asking, centre),
    toastKey: resolve(TOAST_KEY, [interaction.mediaType], asking, centre),
    ...(inProgress === undefined ? {} : { inProgress }),
  };
}

export const viewOf = (standing: Standing): InteractionView => ({
  interaction: standing.interaction,
  status: taskStatus(standing.interaction),
  allowed: allowed(standing),
  options: optionsFor(standing),
});
