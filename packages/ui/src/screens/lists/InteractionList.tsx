'use client';
import type { InteractionLine } from '@intray/core';
import { Search } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { VirtualList } from '../../parts/VirtualList.tsx';
import { useNames } from '../names.ts';
import { useKeys } from '../useKeys.ts';
import { words } from '../words.ts';
import { columnsOf, senderOf, subjectOf } from './columns.tsx';
import css from './Lists.module.css';

export interface InteractionListProps {
  readonly title: string;
  /** Beside the title: how many. */
  readonly count: ReactNode;
  readonly rows: readonly InteractionLine[];
  readonly kind?: 'open' | 'finished';
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onEndReached?: () => void;
  /** Instead of rows while there are none: why. */
  readonly empty: ReactNode;
  /** What may be done with several rows at once, given those chosen. */
  readonly chosenActions?: (chosen: readonly string[], letGo: () => void) => ReactNode;
}

const keyOf = ({ id }: InteractionLine) => id;

/** A list of interactions with its title, a filter over what is loaded, and rows that can be chosen. */
export function InteractionList(props: InteractionListProps) {
  const { title, count, rows, kind = 'open', current, onOpen, onEndReached, empty, chosenActions } = props;
  const names = useNames();
  const [filter, setFilter] = useState('');
  const sought = useDeferredValue(filter.trim().toLowerCase());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => field.current?.querySelector('input')?.focus() });

  const columns = useMemo(() => columnsOf(names, kind), [names, kind]);
  const shown = useMemo(() => {
    if (sought === '') return rows;
    return rows.filter((line) =>
      `${subjectOf(line)} ${senderOf(line)} ${line.id}`.toLowerCase().includes(sought),
    );
  }, [rows, sought]);
  // Chosen by id: rows that changed stay chosen, rows that left are let go.
  const present = useMemo(() => rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id), [rows, chosen]);
  const letGo = () => setChosen(new Set());

  const { list } = words;
  return (
    <>
      <header className={css.bar}>
        <h2>{title}</h2>
        <span className={css.count}>{sought === '' ? count : list.filtered(shown.length, rows.length)}</span>
        <div className={css.end}>
          <div className={css.filter} ref={field}>
            <TextField
              label={list.filter}
              hideLabel
              icon={Search}
              type="search"
              placeholder={list.filter}
              value={filter}
              onChange={setFilter}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                setFilter('');
                event.currentTarget.blur();
              }}
            />
          </div>
        </div>
      </header>
      {present.length > 0 && chosenActions && (
        <div className={css.chosen} role="status">
          <span>{list.chosen(present.length)}</span>
          {chosenActions(present, letGo)}
          <Button size="s" kind="bare" onClick={letGo}>
            {list.letGo}
          </Button>
        </div>
      )}
      <div className={css.list}>
        <VirtualList
          label={title}
          items={shown}
          keyOf={keyOf}
          columns={columns}
          onOpen={({ id }) => onOpen(id)}
          {...(current !== undefined && { current })}
          {...(chosenActions && { selected: chosen, onSelectedChange: setChosen })}
          {...(onEndReached && { onEndReached })}
          empty={
            sought === '' ? (
              empty
            ) : (
              <EmptyState
                icon={Search}
                title={list.noMatch}
                action={<Button onClick={() => setFilter('')}>{list.clearFilter}</Button>}
              >
                {list.noMatchWhy}
              </EmptyState>
            )
          }
        />
      </div>
    </>
  );
}
