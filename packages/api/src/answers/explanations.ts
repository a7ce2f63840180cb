/** Why work is where it is, and why an agent is offered nothing, as it is answered. */
import {
  type AgentExplanation,
  type AgentVerdict,
  type Asked,
  type Destination,
  HINDRANCES,
  INTERACTION_STATES,
  type InteractionExplanation,
  type MediumExplanation,
  type NextEvent,
  type QueueExplanation,
  REASONS,
  REFUSAL_CODES,
  type RoutingNow,
  SELECTIONS,
  type Why,
  WorkbinRef,
} from '@intray/core';
import { z } from 'zod';
import { Moment, record, Text, Whole } from './record.ts';

const Selection = z.enum(SELECTIONS);
const Step = Whole.optional().meta({ description: 'The step of the strategy; the first is 0.' });

const AskedAnswer = record<Asked>('Asked', 'People whom a step asks.', {
  kind: z.enum(['agent', 'agentGroup', 'placeGroup', 'skills']),
  id: Text.meta({ description: 'The agent, the group, or the skill expression.' }),
  share: Whole.optional(),
});

const DestinationAnswer = z.union([
  z.strictObject({ queue: Text }),
  z.strictObject({ workbin: WorkbinRef }),
]) as z.ZodType<Destination>;

const WhyAnswer = record<Why>('Why', 'Why the router offered the work to this agent, kept with the offer.', {
  strategy: Text.optional(),
  step: Step,
  selection: Selection,
  waited: Whole.meta({ description: 'How long the work had waited, in milliseconds.' }),
  preferred: z.literal(true).optional(),
  among: Whole.optional().meta({ description: 'How many were free who fitted, this agent among them.' }),
});

const RoutingNowAnswer = record<RoutingNow>('RoutingNow', 'Whom waiting work is meant for at this moment.', {
  strategy: Text.optional(),
  step: Step,
  selection: Selection,
  asked: z.array(AskedAnswer),
  preferred: Text.optional(),
});

const AgentVerdictAnswer = record<AgentVerdict>(
  'AgentVerdict',
  'What the router would hear if it offered the work to the agent now.',
  {
    agentId: Text,
    refused: z
      .enum(REFUSAL_CODES)
      .optional()
      .meta({ description: 'Absent: they would be offered it, once it is their turn.' }),
    because: Text.optional(),
    until: Moment.optional(),
  },
);

const NextEventAnswer = record<NextEvent>('NextEvent', 'Something that happens by itself.', {
  at: Moment.optional(),
  what: z.enum([
    'offeredWhenFree',
    'routedAnew',
    'movesOn',
    'leftInPeaceNoLonger',
    'offerEnds',
    'offerAnswersItself',
    'handlingEnds',
    'rankedAnew',
    'rulesTriedAgain',
    'wakes',
  ]),
  agentId: Text.optional(),
  to: DestinationAnswer.optional(),
});

export const InteractionExplanationAnswer = record<InteractionExplanation>(
  'InteractionExplanation',
  'Why a piece of work is where it is, whom it is for now, and what happens next.',
  {
    id: Text,
    now: Moment,
    state: z.enum(INTERACTION_STATES),
    where: z.strictObject({ kind: z.enum(['queue', 'workbin', 'agent', 'history']), id: Text }),
    since: Moment,
    routing: RoutingNowAnswer.optional(),
    agents: z
      .array(AgentVerdictAnswer)
      .meta({ description: 'While it waits; of others than oneself, those whom one supervises.' }),
    lastOffer: z.strictObject({ agentId: Text, at: Moment, why: WhyAnswer }).optional(),
    next: z.array(NextEventAnswer).meta({ description: 'Soonest first.' }),
  },
);

const MediumExplanationAnswer = record<MediumExplanation>(
  'MediumExplanation',
  'What keeps all work of a medium away from an agent; `none`: nothing does.',
  {
    mediaType: Text,
    hindrance: z.enum(HINDRANCES),
    reason: Text.optional().meta({ description: 'Why not ready.' }),
    since: Moment.optional(),
    load: Whole,
    capacity: Whole,
  },
);

const QueueExplanationAnswer = record<QueueExplanation>(
  'QueueExplanation',
  'What waits in a queue whose work may come to the agent, and why what comes first is not offered to them.',
  {
    queue: Text,
    strategy: Text.optional(),
    waiting: Whole,
    first: z.array(
      z.strictObject({
        id: Text,
        mediaType: Text,
        subject: Text.optional().meta({ description: 'Only for those who may look into the queue.' }),
        reason: z.enum(REASONS),
        until: Moment.optional(),
      }) as z.ZodType<QueueExplanation['first'][number]>,
    ),
  },
);

export const AgentExplanationAnswer = record<AgentExplanation>(
  'AgentExplanation',
  'Why an agent is offered nothing.',
  {
    agentId: Text,
    now: Moment,
    media: z.array(MediumExplanationAnswer),
    queues: z.array(QueueExplanationAnswer),
  },
);
