'use client';
import type { Colleague } from '@intray/core';
import { Search, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useColleagues } from '../../desk/questions.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import { words } from '../words.ts';
import css from './Lists.module.css';

/** Who is there, and what for. */
export function Colleagues() {
  const [text, setText] = useState('');
  const { data, error, isFetching, refetch } = useColleagues(text);
  return (
    <>
      <header className={css.bar}>
        <h2>{words.nav.colleagues}</h2>
        <div className={css.end}>
          <div className={css.filter}>
            <TextField
              label={words.colleagues.find}
              hideLabel
              icon={Search}
              type="search"
              placeholder={words.colleagues.find}
              value={text}
              onChange={setText}
            />
          </div>
        </div>
      </header>
      {data === undefined && !error && (
        <SkeletonRows label={words.list.loading(words.nav.colleagues)} rows={8} />
      )}
      {data === undefined && error && (
        <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <EmptyState icon={UsersRound} title={words.empty.colleagues}>
          {words.empty.colleaguesWhy}
        </EmptyState>
      )}
      <ul className={css.people}>
        {data?.map((colleague) => (
          <Person key={colleague.id} colleague={colleague} />
        ))}
      </ul>
    </>
  );
}

function stateOf({ active, reachable, ready }: Colleague): string {
  if (!active) return words.colleagues.off;
  if (!reachable) return words.colleagues.away;
  return ready.length === 0 ? words.colleagues.idle : words.colleagues.ready;
}

function Person({ colleague }: { readonly colleague: Colleague }) {
  const names = useNames();
  const present = colleague.active && colleague.reachable;
  return (
    <li className={css.person}>
      <Avatar name={colleague.name} decorative />
      <div>
        <div className={css.personName}>{colleague.name}</div>
        <div className={css.personId}>{colleague.id}</div>
      </div>
      <div className={css.personState}>
        {stateOf(colleague)}
        {present &&
          colleague.ready.map((id) => <MediaIcon key={id} mediaType={id} label={names.media(id)} />)}
      </div>
    </li>
  );
}
