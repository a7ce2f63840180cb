/** An interaction as a desk is given it: what it is, what may be done with it, and what the options say about it. */
import type { InteractionCommandType } from '../commands.ts';
import type { CaseField } from '../config/business-attributes.ts';
import type { Disposition } from '../config/dispositions.ts';
import { TOAST_FIELDS, TOAST_KEY } from '../options/answer-options.ts';
import { CASE_FIELDS } from '../options/case-options.ts';
import { type MandatoryAction, PROMPT_FOR_DONE } from '../options/finishing-options.ts';
import type { Option } from '../options/option.ts';
import { resolve } from '../options/resolve.ts';
import { type TaskStatus, taskStatus } from '../rules/status.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import { allowed } from './allowed.ts';
import type { Standing } from './ask.ts';
import { defaultDisposition, dispositionsFor } from './disposition.ts';
import { dispositionMandatory, mandatoryActions } from './finishing.ts';
import type { Interaction } from './interaction.ts';
import { trayForLater } from './putting-aside.ts';

/** What a desk must know beforehand; the server holds to it in any case. */
export interface ItemOptions {
  readonly dispositionMandatory: boolean;
  /** The one it gets if it is finished without another. */
  readonly defaultDisposition?: string;
  /** What it may end with, where an override set makes that another list than the catalogue's. */
  readonly dispositions?: readonly Disposition[];
  /** What must have been done before it is marked done. */
  readonly mandatoryActions: readonly MandatoryAction[];
  /** Ask once more before it is marked done. */
  readonly promptForDone: boolean;
  /** The attached key whose value heads an offer. */
  readonly toastKey: string;
  /** Attached keys to be shown with an offer, in their order; the desk's choice where nothing is set. */
  readonly toastFields?: readonly CaseField[];
  /** Attached keys to be shown and changed, in their order; every one where nothing is set. */
  readonly caseFields?: readonly CaseField[];
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

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

function optionsFor(standing: Standing): ItemOptions {
  const { actor, interaction, centre } = standing;
  const agentId = actor.kind === 'user' ? actor.id : undefined;
  const asking = { agentId, item: interaction };
  const fields = (option: Option<string>) =>
    centre.fieldsByAttribute.get(resolve(option, [], asking, centre));
  const { list } = dispositionsFor(standing);
  const usual = dispositionsFor({ ...standing, interaction: { ...interaction, userData: {} } }).list;
  return {
    dispositionMandatory: dispositionMandatory(standing),
    mandatoryActions: mandatoryActions(standing),
    promptForDone: resolve(PROMPT_FOR_DONE, [interaction.mediaType], asking, centre),
    toastKey: resolve(TOAST_KEY, [interaction.mediaType], asking, centre),
    ...given({
      defaultDisposition: defaultDisposition(standing),
      dispositions: list === usual ? undefined : list,
      toastFields: fields(TOAST_FIELDS),
      caseFields: fields(CASE_FIELDS),
      inProgress: agentId === undefined ? undefined : trayForLater(interaction, agentId, centre),
    }),
  };
}

export const viewOf = (standing: Standing): InteractionView => ({
  interaction: standing.interaction,
  status: taskStatus(standing.interaction),
  allowed: allowed(standing),
  options: optionsFor(standing),
});
