'use client';
import { workbinKey } from '@intray/core';
import { CheckCheck, Inbox, ListTodo } from 'lucide-react';
import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ListPlace } from '../../desk/place.ts';
import { useCatalogue, useContents, useQueues, useWorkbins } from '../../desk/questions.ts';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import type { Batch } from '../commands/several.ts';
import { EVERYTHING, type MyHistoryFilter, useFinishedFilter } from '../history/finishedFilter.ts';
import { later } from '../later.tsx';
import { useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import { words } from '../words.ts';
import { keysOf } from './columns.tsx';
import { InteractionList } from './InteractionList.tsx';

const MyHistory = later(async () => (await import('../history/MyHistory.tsx')).MyHistory);

export interface ContentsProps {
  readonly place: ListPlace;
  readonly onOpen: (id: string) => void;
}

interface Heading {
  readonly title: string;
  readonly count: ReactNode;
}

/** Name and number of what is at a place: the server's count, not that of the rows loaded so far. */
function useHeading(place: ListPlace): Heading {
  const { data: workbins } = useWorkbins();
  const { data: queues } = useQueues();
  const names = useNames();
  switch (place.view) {
    case 'workbin': {
      const summary = workbins?.find(({ workbin }) => workbinKey(workbin) === workbinKey(place.workbin));
      const title = summary?.mine ? summary.name : names.workbin(place.workbin);
      const { count, limit } = summary ?? {};
      if (count === undefined) return { title, count: null };
      return { title, count: limit === undefined ? words.nav.items(count) : words.list.limit(count, limit) };
    }
    case 'queue': {
      const count = queues?.find(({ queue }) => queue === place.queue)?.count;
      return { title: names.queue(place.queue), count: count === undefined ? null : words.nav.items(count) };
    }
    case 'finished':
      return { title: words.nav.finished, count: null };
  }
}

/** The columns that the options name for a workbin; the usual ones everywhere else. */
function useConfigured(place: ListPlace): readonly string[] | undefined {
  const { data: catalogue } = useCatalogue();
  if (place.view !== 'workbin') return undefined;
  return catalogue?.looks[place.workbin.type]?.columns;
}

const EMPTY = {
  workbin: [Inbox, 'workbin', 'workbinWhy'],
  queue: [ListTodo, 'queue', 'queueWhy'],
  finished: [CheckCheck, 'finished', 'finishedWhy'],
} as const;

const WAITING: readonly Batch[] = ['pull', 'workbin', 'queue', 'snooze', 'complete'];

function ListOf({ place, onOpen }: ContentsProps) {
  const [mine, setMine] = useState<MyHistoryFilter>(EVERYTHING);
  const configured = useConfigured(place);
  const finished = useFinishedFilter(mine);
  const wanted = useMemo(
    () => ({
      ...(configured && { keys: keysOf(configured) }),
      ...(place.view === 'finished' && { finished }),
    }),
    [configured, finished, place.view],
  );
  const { rows, data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage, see } =
    useContents(place, wanted);
  const { title, count } = useHeading(place);
  const [icon, nothing, why] = EMPTY[place.view];

  const state = () => {
    if (data !== undefined)
      return <EmptyState icon={icon} title={words.empty[nothing]} children={words.empty[why]} />;
    if (error) return <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />;
    return <SkeletonRows label={words.list.loading(title)} rows={10} />;
  };
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return (
    <InteractionList
      title={title}
      count={count}
      rows={rows}
      kind={place.view === 'finished' ? 'finished' : 'open'}
      current={place.item}
      onOpen={onOpen}
      onSeen={see}
      {...(hasNextPage && { onEndReached: more })}
      {...(configured && { configured })}
      {...(place.view === 'finished' && { tools: <MyHistory value={mine} onChange={setMine} /> })}
      empty={state()}
      {...(place.view !== 'finished' && { batches: WAITING })}
    />
  );
}

/** A tray, a queue, or what I finished. */
export const Contents = memo(ListOf);
