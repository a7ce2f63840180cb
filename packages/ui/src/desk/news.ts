/**
 * A new version of the configuration, as an open desk takes it in: the facts of the desk come with the news, names are
 * asked for again, and the rest only where it shows something that may be different.
 */
import type { ConfigurationNews, ConfigurationPart, MyDesk } from '@intray/core';
import type { QueryClient } from '@tanstack/react-query';
import { type Key, keys } from './keys.ts';
import type { Refresher } from './refresher.ts';

/** Whose trays there are, and what they are called. */
const OF_TRAYS: readonly ConfigurationPart[] = [
  'workbinTypes',
  'agents',
  'agentGroups',
  'virtualGroups',
  'places',
  'placeGroups',
];

export function takeNews(
  { about, desk, work }: ConfigurationNews,
  queries: QueryClient,
  refresh: Refresher,
): void {
  if (desk !== undefined) queries.setQueryData<MyDesk>(keys.me, (me) => me && { ...me, ...desk });
  const stale: Key[] = [keys.catalogue, keys.configuration, keys.explanations];
  if (about.includes('agents')) stale.push(keys.everyColleague);
  if (about.some((kind) => OF_TRAYS.includes(kind))) stale.push(keys.workbins);
  if (about.includes('queues')) stale.push(keys.queues);
  if (work) {
    const me = queries.getQueryData<MyDesk>(keys.me);
    if (me !== undefined && me.work.length > 0) stale.push(keys.me);
    stale.push(keys.everyInteraction);
  }
  refresh.now(stale);
}
