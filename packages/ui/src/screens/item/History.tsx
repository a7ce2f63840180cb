'use client';
import { useHistory } from '../../desk/questions.ts';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Timeline } from '../../parts/Timeline.tsx';
import { useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import { words } from '../words.ts';
import css from './Item.module.css';
import { entryOf } from './story.ts';

/** What happened, newest first; what was only looked at is left out. */
export function History({ id }: { readonly id: string }) {
  const { data, error, isFetching, refetch } = useHistory(id);
  const names = useNames();
  if (data === undefined)
    return error ? (
      <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows label={words.list.loading(words.item.history)} />
    );
  const told = data.filter(({ type }) => type !== 'FocusSet');
  return (
    <div className={css.stack}>
      <Timeline label={words.item.history} entries={told.map((event) => entryOf(event, names))} />
    </div>
  );
}
