/** What is on a person's desk, and their work session. */
import {
  AccessQuery,
  Command,
  Name,
  OptionsQuery,
  OWNER_KINDS,
  PageRequest,
  sessionCommands,
} from '@intray/core';
import { z } from 'zod';
import { AccessAnswer } from '../answers/access.ts';
import {
  CatalogueAnswer,
  ColleaguesAnswer,
  MyDeskAnswer,
  QueuesAnswer,
  ReceiptAnswer,
  WorkbinsAnswer,
} from '../answers/desk.ts';
import { INTERACTION_PAGE } from '../answers/interaction.ts';
import { OptionsAnswer } from '../answers/options.ts';
import { parse } from '../wire/parse.ts';
import { replyToOutcome } from './interactions.ts';
import { Paging, replyWith, route } from './route.ts';

const Tray = z.object({ type: Name, ownerKind: z.enum(OWNER_KINDS), ownerId: Name }).strict();
const Search = z.object({ text: z.string().max(255).default(''), mediaType: Name.optional() }).strict();

const toSession = Object.values(sessionCommands).map((schema) =>
  (schema as z.ZodObject).partial({ agentId: true }),
);

/** A command to a work session: the caller's own where none is named. */
const ToSession = z
  .discriminatedUnion('type', toSession as [z.ZodObject, ...z.ZodObject[]])
  .meta({ id: 'SessionCommand', description: 'A command to a work session; its `type` says which.' });

export const deskRoutes = [
  route({
    method: 'GET',
    path: '/desk',
    summary: "The caller's session, privileges and work.",
    answer: MyDeskAnswer,
    handle: async ({ desk, actor }) => replyWith(await desk.me(actor)),
  }),
  route({
    method: 'GET',
    path: '/catalogue',
    summary: 'The configured names a desk needs to show things.',
    answer: CatalogueAnswer,
    handle: async ({ desk, actor }) => replyWith(await desk.catalogue(actor)),
  }),
  route({
    method: 'GET',
    path: '/options',
    summary: 'The options that hold for the caller, or for somebody the caller supervises, and why.',
    query: OptionsQuery,
    answer: OptionsAnswer,
    handle: async ({ desk, actor, query }) => replyWith(await desk.options(actor, query)),
  }),
  route({
    method: 'GET',
    path: '/access',
    summary:
      'What the caller, or somebody the caller supervises, may do and what not, and which role says so.',
    query: AccessQuery,
    answer: AccessAnswer,
    handle: async ({ desk, actor, query }) => replyWith(await desk.access(actor, query)),
  }),
  route({
    method: 'POST',
    path: '/session',
    summary: "Gives a command to a work session: {type, …}; the caller's own unless agentId names another.",
    answer: ReceiptAnswer,
    body: ToSession,
    async handle({ desk, actor, body, commandId, expectVersion }) {
      const command = parse(Command, { agentId: actor.id, ...body });
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
  route({
    method: 'GET',
    path: '/workbins',
    summary: 'The workbins the caller reaches, with counts.',
    answer: WorkbinsAnswer,
    handle: async ({ desk, actor }) => replyWith(await desk.workbins(actor)),
  }),
  route({
    method: 'GET',
    path: '/workbins/:type/:ownerKind/:ownerId',
    summary: 'What rests in a workbin.',
    answer: INTERACTION_PAGE,
    params: Tray,
    query: Paging,
    handle: async ({ desk, actor, params: { type, ownerKind, ownerId }, query }) =>
      replyWith(
        await desk.workbinContent(
          actor,
          { type, owner: { kind: ownerKind, id: ownerId } },
          parse(PageRequest, query),
        ),
      ),
  }),
  route({
    method: 'GET',
    path: '/queues',
    summary: 'The queues the caller sees, with counts.',
    answer: QueuesAnswer,
    handle: async ({ desk, actor }) => replyWith(await desk.queues(actor)),
  }),
  route({
    method: 'GET',
    path: '/queues/:queue',
    summary: 'What waits in a queue.',
    answer: INTERACTION_PAGE,
    params: z.object({ queue: Name }).strict(),
    query: Paging,
    handle: async ({ desk, actor, params, query }) =>
      replyWith(await desk.queueContent(actor, params.queue, parse(PageRequest, query))),
  }),
  route({
    method: 'POST',
    path: '/next',
    summary: 'Pulls what the router would give the caller next.',
    answer: ReceiptAnswer,
    handle: async ({ desk, actor }) => replyToOutcome(await desk.pullNext(actor)),
  }),
  route({
    method: 'GET',
    path: '/colleagues',
    summary: 'Colleagues whose id or name contains the text.',
    answer: ColleaguesAnswer,
    query: Search,
    handle: async ({ desk, actor, query: { text, mediaType } }) =>
      replyWith(await desk.colleagues(actor, { text, ...(mediaType === undefined ? {} : { mediaType }) })),
  }),
];
