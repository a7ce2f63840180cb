/** What the desk answers about what was and what is to be found. */
import { HISTORY_ACTIONS, type HistoryLine, type SearchResult } from '@intray/core';
import { z } from 'zod';
import { InteractionLineAnswer, pageOf } from './interaction.ts';
import { record } from './record.ts';

export const CONTACT_HISTORY_PAGE = pageOf(
  'ContactHistoryPage',
  record<HistoryLine>('ContactHistoryLine', "One of a contact's interactions.", {
    line: InteractionLineAnswer,
    visible: z.boolean().meta({ description: 'The caller may read the whole of it.' }),
    actions: z
      .array(z.enum(HISTORY_ACTIONS))
      .meta({ description: 'Commands to it that the caller may give.' }),
  }),
);

export const FoundAnswer = record<SearchResult>('SearchResult', 'Work that was found.', {
  items: z.array(InteractionLineAnswer),
  more: z.boolean().meta({ description: 'More matched than is listed: search for more words.' }),
});
