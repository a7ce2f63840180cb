/** What was and what is to be found, asked of the desk. */
import { ContactFilter, FinishedFilter, PageRequest, SearchQuery } from '@intray/core';
import { z } from 'zod';
import { answered, procedure, router } from './base.ts';

const Page = PageRequest.prefault({});

export const historyProcedures = router({
  /** What the caller finished. */
  finished: procedure
    .input(z.object({ page: Page, filter: FinishedFilter.optional() }).strict().prefault({}))
    .query(async ({ ctx, input }) => answered(await ctx.desk.finished(ctx.actor, input.page, input.filter))),
  /** Everything that belongs to a contact. */
  ofContact: procedure
    .input(
      z
        .object({ contactId: z.string().min(1).max(255), page: Page, filter: ContactFilter.optional() })
        .strict(),
    )
    .query(async ({ ctx, input }) =>
      answered(await ctx.desk.contactHistory(ctx.actor, input.contactId, input.page, input.filter)),
    ),
  search: procedure
    .input(SearchQuery)
    .query(async ({ ctx, input }) => answered(await ctx.desk.search(ctx.actor, input))),
});
