/** Why work is where it is, and why an agent is offered nothing. */

import { Name } from '@intray/core';
import { z } from 'zod';
import { AgentExplanationAnswer, InteractionExplanationAnswer } from '../answers/explanations.ts';
import { ById, replyWith, route } from './route.ts';

const Person = z.object({ id: Name }).strict();

export const explanationRoutes = [
  route({
    method: 'GET',
    path: '/interactions/:id/explanation',
    summary: 'Why an interaction is where it is, whom it is for now, and what happens next.',
    params: ById,
    answer: InteractionExplanationAnswer,
    handle: async ({ desk, actor, params }) => replyWith(await desk.explainInteraction(actor, params.id)),
  }),
  route({
    method: 'GET',
    path: '/agents/:id/explanation',
    summary: 'Why an agent is offered nothing: the caller, or somebody the caller supervises.',
    params: Person,
    answer: AgentExplanationAnswer,
    handle: async ({ desk, actor, params }) => replyWith(await desk.explainAgent(actor, params.id)),
  }),
];
