/** What the desk answers about people and places. */
import {
  type AgentSession,
  type Catalogue,
  type ChannelChoice,
  type Colleague,
  ContactCentreConfig,
  type Health,
  type ListedValue,
  type MyDesk,
  type PersonName,
  PRIVILEGES,
  type QueueSummary,
  type Receipt,
  type WorkbinLook,
  type WorkbinSummary,
} from '@intray/core';
import { z } from 'zod';
import { InteractionState, InteractionViewAnswer, WorkbinRef } from './interaction.ts';
import { Moment, record, Text, texts, Whole } from './record.ts';

const { agents, mediaTypes, queues, workbinTypes, places, dispositions, notReadyReasons, settings, filters } =
  ContactCentreConfig.shape;

const Channel = record<AgentSession['channels'][string]>('Channel', 'One media type in a session.', {
  ready: z.boolean(),
  reason: Text.optional(),
  since: Moment,
});

const Session = record<AgentSession>('AgentSession', "An agent's time at work.", {
  agentId: Text,
  version: Whole,
  active: z.boolean(),
  placeId: Text.optional(),
  startedAt: Moment.optional(),
  leaseUntil: Moment.optional(),
  reachable: z.boolean(),
  channels: z.record(z.string(), Channel),
  load: z.record(z.string(), Whole).meta({ description: 'Per media type: offered and in hand.' }),
  idleSince: Moment,
});

export const MyDeskAnswer = record<MyDesk>('Desk', 'What is on the desk of the caller.', {
  agent: agents.element,
  privileges: z.array(z.enum(PRIVILEGES)),
  session: Session,
  capacity: z.record(z.string(), Whole),
  channels: z.array(
    record<ChannelChoice>('ChannelChoice', 'A channel to log on to.', {
      mediaType: Text,
      ready: z.boolean().optional().meta({ description: 'How it begins, where an option says so.' }),
      mayLeaveOut: z.boolean(),
    }),
  ),
  work: z.array(InteractionViewAnswer),
  cursor: Text.meta({ description: 'Where the feed goes on after this answer.' }),
  now: Moment,
});

export const CatalogueAnswer = record<Catalogue>('Catalogue', 'The configured names that a desk shows.', {
  mediaTypes,
  queues,
  workbinTypes,
  places,
  dispositions,
  notReadyReasons,
  settings,
  filters: filters.unwrap(),
  lists: z.record(
    z.string(),
    z.array(
      record<ListedValue>('ListedValue', 'A value that an attached key may take.', { id: Text, name: Text }),
    ),
  ),
  looks: z.record(
    z.string(),
    record<WorkbinLook>('WorkbinLook', 'How the list of a type of workbin looks to the caller.', {
      columns: texts,
      notifyPropertyChanges: z.boolean(),
    }),
  ),
  people: z.array(record<PersonName>('PersonName', "Somebody's name.", { id: Text, name: Text })),
});

export const ReceiptAnswer = record<Receipt>('Receipt', 'What a command did.', {
  ok: z.literal(true),
  id: Text.meta({ description: "The interaction's id, or the agent's." }),
  version: Whole,
  state: InteractionState.optional(),
  events: texts.meta({ description: 'What happened; empty when it was so already.' }) as z.ZodType<
    Receipt['events']
  >,
});

export const WorkbinsAnswer = z.array(
  record<WorkbinSummary>('WorkbinSummary', 'A workbin and how much lies in it.', {
    workbin: WorkbinRef,
    name: Text,
    mine: z.boolean().meta({ description: 'Owned or shared by the caller; otherwise supervised.' }),
    count: Whole,
    unopened: Whole.meta({ description: 'How many of those nobody who shares the workbin has opened yet.' }),
    limit: Whole.optional(),
  }),
);

export const QueuesAnswer = z.array(
  record<QueueSummary>('QueueSummary', 'A queue and how much waits in it.', {
    queue: Text,
    name: Text,
    count: Whole,
  }),
);

export const ColleaguesAnswer = z.array(
  record<Colleague>('Colleague', 'Somebody work can be transferred to.', {
    id: Text,
    name: Text,
    active: z.boolean(),
    reachable: z.boolean(),
    ready: texts,
    hasRoomFor: texts,
  }),
);

export const HealthAnswer = record<Health>('Health', 'How each part of the server is.', {
  ready: z.boolean(),
  parts: z.record(z.string(), z.strictObject({ ok: z.boolean(), note: z.string().optional() })) as z.ZodType<
    Health['parts']
  >,
  feedLag: z.number().meta({ description: 'How far the feed is behind, in milliseconds.' }),
});
