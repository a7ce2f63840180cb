/** What is on a person's desk, and their work session. */
import { Command, Name, OWNER_KINDS, PageRequest } from '@intray/core';
import { z } from 'zod';
import { parse } from '../wire/parse.ts';
import { Named, replyToOutcome } from './interactions.ts';
import { Paging, replyWith, route } from './route.ts';

const Tray = z.object({ type: Name, ownerKind: z.enum(OWNER_KINDS), ownerId: Name }).strict();
const Search = z.object({ text: z.string().max(255).default(''), mediaType: Name.optional() }).strict();

export const deskRoutes = [
  route({
    method: 'GET',
    path: '/desk',
    summary: "The caller's session, privileges and work.",
    handle: async ({ desk, actor }) => replyWith(await desk.me(actor)),
  }),
  route({
    method: 'GET',
    path: '/catalogue',
    summary: 'The configured names a desk needs to show things.',
    handle: async ({ desk, actor }) => replyWith(await desk.catalogue(actor)),
  }),
  route({
    method: 'POST',
    path: '/session',
    summary: "Gives a command to a work session: {type, …}; the caller's own unless agentId names another.",
    body: Named,
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
    handle: async ({ desk, actor }) => replyWith(await desk.workbins(actor)),
  }),
  route({
    method: 'GET',
    path: '/workbins/:type/:ownerKind/:ownerId',
    summary: 'What rests in a workbin.',
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
    handle: async ({ desk, actor }) => replyWith(await desk.queues(actor)),
  }),
  route({
    method: 'GET',
    path: '/queues/:queue',
    summary: 'What waits in a queue.',
    params: z.object({ queue: Name }).strict(),
    query: Paging,
    handle: async ({ desk, actor, params, query }) =>
      replyWith(await desk.queueContent(actor, params.queue, parse(PageRequest, query))),
  }),
  route({
    method: 'GET',
    path: '/finished',
    summary: 'What the caller finished, newest first.',
    query: Paging,
    handle: async ({ desk, actor, query }) =>
      replyWith(await desk.finished(actor, parse(PageRequest, query))),
  }),
  route({
    method: 'GET',
    path: '/colleagues',
    summary: 'Colleagues whose id or name contains the text.',
    query: Search,
    handle: async ({ desk, actor, query: { text, mediaType } }) =>
      replyWith(await desk.colleagues(actor, { text, ...(mediaType === undefined ? {} : { mediaType }) })),
  }),
];
