/** An interaction as it is answered: whole, as a line of a list, and by its history. */
import {
  type CaseField,
  ContactCentreConfig,
  type Delivery,
  type Exclusion,
  INTERACTION_COMMAND_TYPES,
  INTERACTION_EVENT_TYPES,
  INTERACTION_STATES,
  INTERACTION_TYPES,
  type Interaction,
  type InteractionEvent,
  type InteractionLine,
  type InteractionView,
  type Invitation,
  type ItemOptions,
  MANDATORY_ACTION_NAMES,
  type Page,
  PHASES,
  type Placement,
  type Requested,
  type RulesError,
  TASK_STATUSES,
  type Task,
  UserDataInput,
  WorkbinRef as WorkbinRefSchema,
} from '@intray/core';
import { z } from 'zod';
import { Moment, record, Text, Whole } from './record.ts';

export const WorkbinRef = WorkbinRefSchema.meta({
  id: 'WorkbinRef',
  description: 'One workbin: a type and its owner.',
});

export const InteractionState = z.enum(INTERACTION_STATES);
const Data = UserDataInput.meta({
  description: 'Attached data. Values are any JSON and keep their type.',
});

const AutoAnswerAnswer = record<NonNullable<Invitation['autoAnswer']>>(
  'AutoAnswer',
  'The offer is accepted by itself.',
  {
    at: Moment,
    mayDecline: z.boolean().meta({ description: 'Until then the agent may say no.' }),
  },
);

const InvitationAnswer = record<Invitation>('Invitation', 'An offer to one agent.', {
  agentId: Text,
  ticket: Whole.meta({ description: 'Names this offer; may be repeated when it is answered.' }),
  offeredAt: Moment,
  until: Moment,
  autoAnswer: AutoAnswerAnswer.optional(),
});

const ExclusionAnswer = record<Exclusion>('Exclusion', 'An agent who is left in peace with it for a while.', {
  agentId: Text,
  until: Moment,
});

const DeliveryAnswer = record<Delivery>('Delivery', 'How it last came to an agent by an offer.', {
  agentId: Text,
  queue: Text,
  agentGroup: Text.optional(),
  strategy: Text.optional().meta({ description: 'The strategy that chose the agent.' }),
  skills: Text.optional().meta({ description: 'The skills that were asked for.' }),
  place: Text.optional().meta({ description: 'The place, where the agent was chosen for sitting at it.' }),
  perGroup: z.record(z.string(), Whole),
  acceptedAt: Moment.optional(),
});

const RequestedAnswer = record<Requested>('Requested', 'Whom or what a transfer by routing asked for.', {
  kind: z.enum(['Agent', 'Queue', 'AgentGroup', 'Skill']),
  id: Text,
});

const PlacementAnswer = record<Placement>('Placement', 'Its last place in a queue or a workbin.', {
  place: Text,
  at: Moment,
  since: Moment,
});

const RulesErrorAnswer = record<RulesError>('RulesError', 'Why the rules could not be applied.', {
  phase: z.enum(PHASES),
  rule: Text.optional().meta({ description: 'The rule that failed.' }),
  reason: Text,
  attempts: Whole,
  retryAt: Moment.meta({ description: 'When it is tried again by itself.' }),
});

const TaskAnswer = record<Task>(
  'Task',
  'How work that came in through a capture point is sorted and ranked.',
  {
    capturePoint: Text,
    department: Text.optional(),
    process: Text.optional(),
    businessValue: Whole.optional(),
    activateAt: Moment.optional(),
    expireAt: Moment.optional(),
    classifiedAt: Moment.optional(),
    prioritisedAt: Moment.optional(),
    reprioritiseAt: Moment.optional().meta({ description: 'When it is ranked anew.' }),
    error: RulesErrorAnswer.optional(),
    rejected: Text.optional().meta({ description: 'Why it was rejected.' }),
  },
);

const LINE = {
  id: Text,
  externalId: Text.optional(),
  mediaType: Text,
  interactionType: z.enum(INTERACTION_TYPES).optional().meta({ description: 'Inbound if it is not said.' }),
  state: InteractionState,
  version: Whole.meta({ description: 'Grows by one with every event. Send it back in If-Match.' }),
  queue: Text.meta({ description: 'The queue it waits in, or the last one it came from.' }),
  priority: Whole.meta({ description: 'Higher goes first.' }),
  dueAt: Moment.optional(),
  contactId: Text.optional(),
  disposition: Text.optional(),
  noteCount: Whole,
  handler: Text.optional().meta({ description: 'The agent whose desk it is on.' }),
  invitation: InvitationAnswer.optional(),
  workbin: WorkbinRef.optional(),
  openedBy: Text.optional().meta({
    description: 'Who of those the workbin belongs to opened it there first, or put it into their own.',
  }),
  wakeAt: Moment.optional(),
  preferredAgent: Text.optional(),
  task: TaskAnswer.optional(),
  requested: RequestedAnswer.optional(),
  submittedBy: Text,
  submittedAt: Moment,
  receivedAt: Moment,
  placedAt: Moment.meta({ description: 'When it came to where it is now, in milliseconds since 1970.' }),
  assignedAt: Moment.optional(),
  assignedTo: Text.optional(),
  completedAt: Moment.optional(),
};

export const InteractionAnswer = record<Interaction>('Interaction', 'One piece of work.', {
  ...LINE,
  userData: Data,
  exclusions: z.array(ExclusionAnswer),
  handleUntil: Moment.optional(),
  pulledFrom: WorkbinRef.optional(),
  placement: PlacementAnswer.optional(),
  delivery: DeliveryAnswer.optional(),
  deliveredAt: Moment.optional(),
});

export const InteractionLineAnswer = record<InteractionLine>(
  'InteractionLine',
  'An interaction in a list: of its attached data only the keys that were asked for.',
  { ...LINE, data: Data },
);

const Fields = z.array(
  record<CaseField>('CaseField', 'An attached key that is shown.', {
    key: Text,
    name: Text,
    list: Text.optional().meta({ description: 'The list of the catalogue from which its value is chosen.' }),
  }),
);

export const InteractionViewAnswer = record<InteractionView>(
  'InteractionView',
  'An interaction, and the commands that the caller may give to it.',
  {
    interaction: InteractionAnswer,
    status: z
      .enum(TASK_STATUSES)
      .meta({ description: 'How far it has come, in the words of task distribution.' }),
    allowed: z.array(z.enum(INTERACTION_COMMAND_TYPES)),
    options: record<ItemOptions>('ItemOptions', 'What a desk must know of it beforehand.', {
      dispositionMandatory: z.boolean(),
      defaultDisposition: Text.optional(),
      dispositions: ContactCentreConfig.shape.dispositions
        .optional()
        .meta({ description: 'What it may end with, where that is another list than the catalogue’s.' }),
      mandatoryActions: z.array(z.enum(MANDATORY_ACTION_NAMES)),
      promptForDone: z.boolean(),
      toastKey: Text.meta({ description: 'The attached key whose value heads an offer.' }),
      toastFields: Fields.optional(),
      caseFields: Fields.optional(),
      inProgress: WorkbinRef.optional(),
    }),
  },
);

/** A slice of a list. */
export const pageOf = <T>(name: string, item: z.ZodType<T>): z.ZodType<Page<T>> =>
  record<Page<T>>(name, 'A slice. `next` is the `after` of the slice that follows; absent at the end.', {
    items: z.array(item),
    next: Text.optional(),
  });

/** Events differ in `data` alone, and programs look for what they know in it. */
export const InteractionEventAnswer = z
  .strictObject({
    subject: z.literal('interaction'),
    type: z.enum(INTERACTION_EVENT_TYPES),
    interactionId: Text,
    at: Moment,
    by: Text.meta({ description: 'A person, `@router` or `@timer`.' }),
    version: Whole,
    state: InteractionState.meta({ description: 'After it.' }),
    data: z.record(z.string(), z.unknown()).meta({ description: 'What is recorded of this kind of event.' }),
  } satisfies Record<keyof InteractionEvent, z.ZodType>)
  .meta({ id: 'InteractionEvent', description: 'Something that happened to an interaction.' });

export const INTERACTION_PAGE = pageOf('InteractionPage', InteractionLineAnswer);
export const HISTORY_PAGE = pageOf('HistoryPage', InteractionEventAnswer);
