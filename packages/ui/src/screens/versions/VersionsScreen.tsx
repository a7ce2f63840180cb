'use client';
import type { ConfigurationNote } from '@intray/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { GitCompareArrows, History } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import type { Place } from '../../desk/place.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { Select } from '../../parts/Select.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { words } from '../configuration/words.ts';
import { moment } from '../moment.ts';
import { Trouble } from '../Trouble.tsx';
import { Differences } from './Differences.tsx';
import { RollBack } from './RollBack.tsx';
import css from './Versions.module.css';

/** As many as the server gives at once. */
const PAGE = 50;

export interface VersionsScreenProps {
  /** The version that is open. */
  readonly id: string | undefined;
  readonly onGo: (place: Place) => void;
}

/** Every version there was: who made it, when and why; what is different between any two; and the way back to one. */
export function VersionsScreen({ id, onGo }: VersionsScreenProps) {
  const { port } = useDesk();
  const query = useInfiniteQuery({
    queryKey: keys.configurationHistory,
    queryFn: ({ pageParam }) => port.configurationHistory(pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.version),
  });
  const { versions } = words;
  const notes = query.data?.pages.flat();
  if (notes === undefined)
    return query.error ? (
      <Trouble error={query.error} busy={query.isFetching} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonRows label={words.loading(versions.title)} rows={10} />
    );
  const newest = notes[0]?.version ?? 0;
  const open = notes.find(({ version }) => String(version) === id) ?? notes[0];
  return (
    <div className={css.split}>
      <nav className={css.history} aria-label={versions.title}>
        {notes.map((note) => (
          <Entry
            key={note.version}
            note={note}
            newest={note.version === newest}
            open={note === open}
            onOpen={() => onGo({ view: 'versions', id: String(note.version) })}
          />
        ))}
        {query.hasNextPage && (
          <div className={css.more}>
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {versions.more}
            </Button>
          </div>
        )}
      </nav>
      {open && <Version key={open.version} note={open} notes={notes} newest={newest} />}
    </div>
  );
}

interface EntryProps {
  readonly note: ConfigurationNote;
  readonly newest: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Entry({ note: { version, at, by, note }, newest, open, onOpen }: EntryProps) {
  const { versions } = words;
  return (
    <button type="button" className={css.version} aria-current={open ? 'true' : undefined} onClick={onOpen}>
      <span className={css.line}>
        <strong>{versions.version(version)}</strong>
        {newest && <Badge tone="positive">{versions.newest}</Badge>}
        <time dateTime={new Date(at).toISOString()}>{moment(at)}</time>
      </span>
      <span className={css.note} title={note}>
        {by} · {note ?? versions.noNote}
      </span>
    </button>
  );
}

interface VersionProps {
  readonly note: ConfigurationNote;
  readonly notes: readonly ConfigurationNote[];
  readonly newest: number;
}

function Version({ note: { version, at, by, note }, notes, newest }: VersionProps) {
  const [other, setOther] = useState(version - 1);
  const [asking, setAsking] = useState(false);
  const { versions } = words;
  const others = notes.filter((one) => one.version !== version).map((one) => one.version);
  if (version > 1 && !others.includes(version - 1)) others.push(version - 1);
  return (
    <section className={css.detail} aria-label={versions.version(version)}>
      <div className={css.head}>
        <div>
          <h3>{versions.version(version)}</h3>
          <p className={css.muted}>
            {moment(at)} · {by}
          </p>
          <p>{note ?? <span className={css.muted}>{versions.noNote}</span>}</p>
        </div>
        {others.length > 0 && (
          <div className={css.pick}>
            <Select
              label={versions.compareWith}
              value={String(other)}
              onChange={(next) => setOther(Number(next))}
              options={others.map((one) => ({
                value: String(one),
                label:
                  one === version - 1
                    ? `${versions.version(one)} (${versions.before})`
                    : versions.version(one),
              }))}
            />
          </div>
        )}
        {version !== newest && (
          <Button icon={History} onClick={() => setAsking(true)}>
            {versions.rollBack}
          </Button>
        )}
      </div>
      {other < 1 ? (
        <EmptyState icon={GitCompareArrows} title={versions.first}>
          {versions.firstWhy}
        </EmptyState>
      ) : (
        <Compared from={other} to={version} />
      )}
      {asking && <RollBack version={version} newest={newest} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Compared({ from, to }: { readonly from: number; readonly to: number }) {
  const { port } = useDesk();
  const { versions } = words;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.configurationDifferences(from, to),
    queryFn: () => port.configurationDifferences(from, to),
  });
  if (data === undefined)
    return error ? (
      <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows label={words.loading(versions.title)} />
    );
  if (data.length === 0)
    return (
      <EmptyState icon={GitCompareArrows} title={versions.same}>
        {versions.sameWhy}
      </EmptyState>
    );
  return (
    <>
      <p className={css.muted}>{versions.differences(data.length)}</p>
      <Differences differences={data} />
    </>
  );
}
