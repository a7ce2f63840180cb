/** Work comes in, is looked at and acted on. */
import {
  Command,
  type Interaction,
  InteractionId,
  interactionCommands,
  Name,
  type Outcome,
  PageRequest,
} from '@intray/core';
import { z } from 'zod';
import { ReceiptAnswer } from '../answers/desk.ts';
import { HISTORY_PAGE, InteractionViewAnswer } from '../answers/interaction.ts';
import { refusalReply } from '../wire/envelope.ts';
import { parse } from '../wire/parse.ts';
import { ById, Paging, type Reply, replyWith, route } from './route.ts';

const {
  externalId,
  mediaType,
  queue,
  priority,
  userData,
  capturePoint,
  task,
  dueAt: instant,
} = interactionCommands.submit.shape;

/** Milliseconds since the epoch, or ISO 8601 with an offset: a local time without one would be a guess. */
const Moment = z.union([
  instant.unwrap(),
  z.iso
    .datetime({
      offset: true,
      error: 'milliseconds since 1970, or ISO 8601 with an offset such as 2026-11-20T09:00:00Z',
    })
    .transform((text) => Date.parse(text)),
]);

/** The body of `POST /interactions`. */
export const Submission = z
  .object({
    externalId,
    mediaType,
    queue,
    priority,
    dueAt: Moment.optional(),
    receivedAt: Moment.optional(),
    contact: z
      .union([
        Name,
        z
          .object({ id: Name })
          .strict()
          .transform(({ id }) => id),
      ])
      .optional(),
    userData,
    capturePoint,
    task,
  })
  .strict();

const toInteraction = Object.values(interactionCommands).map((schema) =>
  (schema as z.ZodObject).omit({ interactionId: true }),
);

/** A command without its interaction, which the path names. */
const ToInteraction = z
  .discriminatedUnion('type', toInteraction as [z.ZodObject, ...z.ZodObject[]])
  .meta({ id: 'InteractionCommand', description: 'A command to an interaction; its `type` says which.' });

/** What was done, or the refusal with its status. */
export function replyToOutcome(outcome: Outcome): Reply {
  return outcome.ok
    ? { status: 200, body: outcome, version: outcome.version }
    : refusalReply(outcome.refusal);
}

const versionOf = ({ interaction }: { readonly interaction: Interaction }) => interaction.version;

export const interactionRoutes = [
  route({
    method: 'POST',
    path: '/interactions',
    summary: 'Submits work. 201 with its id; the same externalId again: 200 with the same id.',
    body: Submission,
    answer: z.strictObject({ id: InteractionId }),
    success: [201, 200],
    async handle({ desk, actor, body, commandId, newInteractionId }) {
      const interactionId = newInteractionId();
      const { contact: contactId, ...given } = body;
      const known = Object.fromEntries(
        Object.entries({ ...given, contactId }).filter(([, value]) => value !== undefined),
      );
      const command = parse(Command, { type: 'submit', interactionId, ...known });
      const outcome = await desk.execute({
        command,
        actor,
        ...(commandId === undefined ? {} : { commandId }),
      });
      if (!outcome.ok) return refusalReply(outcome.refusal);
      // Another id than the one offered means that it was there already.
      return {
        status: outcome.id === interactionId ? 201 : 200,
        body: { id: outcome.id },
        version: outcome.version,
      };
    },
  }),
  route({
    method: 'GET',
    path: '/interactions/:id',
    summary: 'An interaction with its attached data, and what the caller may do with it.',
    params: ById,
    answer: InteractionViewAnswer,
    handle: async ({ desk, actor, params }) => replyWith(await desk.interaction(actor, params.id), versionOf),
  }),
  route({
    method: 'GET',
    path: '/interactions/:id/history',
    summary: 'Everything that happened to an interaction.',
    params: ById,
    query: Paging,
    answer: HISTORY_PAGE,
    handle: async ({ desk, actor, params, query }) =>
      replyWith(await desk.history(actor, params.id, parse(PageRequest, query))),
  }),
  route({
    method: 'POST',
    path: '/interactions/:id/commands',
    summary: 'Gives a command to an interaction: {type, …}.',
    params: ById,
    body: ToInteraction,
    answer: ReceiptAnswer,
    async handle({ desk, actor, params, body, commandId, expectVersion }) {
      const command = parse(Command, { ...body, interactionId: params.id });
      return replyToOutcome(
        await desk.execute({
          command,
          actor,
          ...(commandId === undefined ? {} : { commandId }),
          ...(expectVersion === undefined ? {} : { expectVersion }),
        }),
      );
    },
  }),
];
