'use client';
import type { InteractionLine } from '@intray/core';
import { Search } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Seen } from '../../desk/stale-pages.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { VirtualList } from '../../parts/VirtualList.tsx';
import { lookOf } from '../commands/looks.ts';
import { useRowCommands } from '../commands/RowCommands.tsx';
import { BATCHES, type Batch, COMMANDS_BY_KEY } from '../commands/several.ts';
import { useNames } from '../names.ts';
import { inRow, useKeys } from '../useKeys.ts';
import { words } from '../words.ts';
import { Chips } from './Chips.tsx';
import { columnsOf } from './columns.tsx';
import { DraggedAlong } from './Dragging.tsx';
import { FilterField } from './FilterField.tsx';
import { focusRow, isKeyboardFree } from './focus.ts';
import css from './Lists.module.css';
import { useArrangement } from './useArrangement.ts';

export interface InteractionListProps {
  readonly title: string;
  /** Beside the title: how many. */
  readonly count: ReactNode;
  readonly rows: readonly InteractionLine[];
  readonly kind?: 'open' | 'finished';
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onEndReached?: () => void;
  /** What of the list is on the screen. The same function between renders. */
  readonly onSeen?: (seen: Seen) => void;
  /** Instead of rows while there are none: why. */
  readonly empty: ReactNode;
  /** Columns in their order, where the options of the workbin name them. */
  readonly configured?: readonly string[];
  /** Beside the filter field: what else there is to choose, or to do. */
  readonly tools?: ReactNode;
  /** What may be done with several rows at once; without it rows can't be chosen. */
  readonly batches?: readonly Batch[];
}

const keyOf = ({ id }: InteractionLine) => id;

/** A list of interactions with its title, a filter over what is loaded, and rows that can be chosen. */
export function InteractionList(props: InteractionListProps) {
  const { title, count, rows, kind = 'open', current, onOpen, onEndReached, empty, batches } = props;
  const { configured, tools, onSeen } = props;
  const names = useNames();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const { text, setText, chips, setChips, sorting, sortBy, narrowed, arranged, shown, partial, clear } =
    useArrangement(rows, onEndReached);
  // In another order than the server's, what comes in anywhere may belong on the screen.
  const seen = useCallback(
    (first: InteractionLine, last: InteractionLine) =>
      onSeen?.(arranged ? 'all' : { first: first.id, last: last.id }),
    [onSeen, arranged],
  );

  const columns = useMemo(
    () => columnsOf(names, kind, { sorting, onSort: sortBy }, configured),
    [names, kind, sorting, configured],
  );
  // Chosen by id: rows that changed stay chosen, rows that left are let go.
  const present = useMemo(() => rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id), [rows, chosen]);
  const letGo = () => setChosen(new Set());
  const latest = useRef(present);
  latest.current = present;
  const along = useCallback((id: string) => (latest.current.includes(id) ? latest.current : [id]), []);

  const { begin, dialog } = useRowCommands(onOpen, () => {
    letGo();
    focusRow(list.current);
  });
  const targets = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-index]');
    const line = shown[Number(row?.dataset.index)];
    return present.length > 0 ? present : line ? [line.id] : [];
  };
  useKeys(
    Object.fromEntries(
      [...COMMANDS_BY_KEY].map(([key, commands]) => [key, () => void begin(commands, targets())]),
    ),
    inRow,
  );

  // Where nobody has the keyboard the list takes it, so that the first key already means a row.
  const filled = rows.length > 0;
  useEffect(() => {
    if (filled && current === undefined && isKeyboardFree()) focusRow(list.current);
  }, [filled, current]);

  return (
    <>
      <header className={css.bar}>
        <h2>{title}</h2>
        <span className={css.count}>{narrowed ? words.list.filtered(shown.length, rows.length) : count}</span>
        <div className={css.end}>
          {tools}
          <FilterField value={text} onChange={setText} />
        </div>
      </header>
      <Chips rows={rows} chosen={chips} onChange={setChips} />
      {partial && (
        <p className={css.partial} role="status">
          {words.list.loadedOnly(rows.length)}
        </p>
      )}
      {present.length > 0 && batches && (
        <div className={css.chosen}>
          <span role="status">{words.list.chosen(present.length)}</span>
          {batches.map((batch, index) => (
            <Button
              key={batch}
              size="s"
              icon={lookOf(BATCHES[batch][0]).icon}
              {...(index === 0 && { kind: 'primary' as const })}
              onClick={() => void begin(BATCHES[batch], present)}
            >
              {words.several.batches[batch]}
            </Button>
          ))}
          <Button size="s" kind="bare" onClick={letGo}>
            {words.list.letGo}
          </Button>
        </div>
      )}
      <div className={css.list} ref={list}>
        <DraggedAlong value={along}>
          <VirtualList
            label={title}
            items={shown}
            keyOf={keyOf}
            columns={columns}
            onOpen={({ id }) => onOpen(id)}
            onSeen={seen}
            {...(current !== undefined && { current })}
            {...(batches && { selected: chosen, onSelectedChange: setChosen })}
            {...(onEndReached && { onEndReached })}
            empty={
              rows.length === 0 || !narrowed ? (
                empty
              ) : (
                <EmptyState
                  icon={Search}
                  title={words.list.noMatch}
                  action={<Button onClick={clear}>{words.list.clearFilter}</Button>}
                >
                  {words.list.noMatchWhy}
                </EmptyState>
              )
            }
          />
        </DraggedAlong>
      </div>
      {dialog}
    </>
  );
}
