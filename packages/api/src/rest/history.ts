/** What was and what is to be found. */
import { ContactFilter, FinishedFilter, PageRequest, SearchQuery } from '@intray/core';
import { z } from 'zod';
import { CONTACT_HISTORY_PAGE, FoundAnswer } from '../answers/history.ts';
import { INTERACTION_PAGE } from '../answers/interaction.ts';
import { parse } from '../wire/parse.ts';
import { Paging, replyWith, route } from './route.ts';

const moment = z.coerce.number().int().min(0).optional();
const Contact = z.object({ id: z.string().min(1).max(255) }).strict();

export const historyRoutes = [
  route({
    method: 'GET',
    path: '/finished',
    summary: 'What the caller finished, newest first: of one medium, from one moment until before another.',
    answer: INTERACTION_PAGE,
    query: Paging.extend({ mediaType: FinishedFilter.shape.mediaType, since: moment, until: moment }),
    handle: async ({ desk, actor, query: { mediaType, since, until, ...page } }) =>
      replyWith(
        await desk.finished(
          actor,
          parse(PageRequest, page),
          parse(FinishedFilter, { mediaType, since, until }),
        ),
      ),
  }),
  route({
    method: 'GET',
    path: '/contacts/:id/history',
    summary:
      'Everything that belongs to a contact, what was placed last first, with what may be done from there.',
    answer: CONTACT_HISTORY_PAGE,
    params: Contact,
    query: Paging.extend({
      mediaType: ContactFilter.shape.mediaType,
      unfinished: z.stringbool().optional(),
    }),
    handle: async ({ desk, actor, params, query: { mediaType, unfinished, ...page } }) =>
      replyWith(
        await desk.contactHistory(
          actor,
          params.id,
          parse(PageRequest, page),
          parse(ContactFilter, { mediaType, unfinished }),
        ),
      ),
  }),
  route({
    method: 'GET',
    path: '/search',
    summary: 'Work that the caller may see, by its ids, its contact or words of its attached data.',
    answer: FoundAnswer,
    query: z
      .object({
        text: z.string().max(200).default(''),
        limit: z.coerce.number().int().min(1).max(50).optional(),
      })
      .strict(),
    handle: async ({ desk, actor, query }) => replyWith(await desk.search(actor, parse(SearchQuery, query))),
  }),
];
