'use client';
import { type MyDesk, type Operation, operationsOffered } from '@intray/core';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { LeadPlace } from '../../desk/lead-place.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { VirtualList } from '../../parts/VirtualList.tsx';
import { senderOf, subjectOf } from '../lists/subject.ts';
import { useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import { useKeys } from '../useKeys.ts';
import { BulkBar, BulkMenu } from './BulkBar.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { leadColumns } from './columns.tsx';
import { Explorer, ExplorerChoice } from './Explorer.tsx';
import { FilterBar } from './FilterBar.tsx';
import css from './Oversight.module.css';
import { type Sorting, sorted, turned } from './sorting.ts';
import { type Row, useAsked, useFind } from './useFind.ts';
import { words } from './words.ts';

export interface OversightProps {
  readonly me: MyDesk;
  readonly place: LeadPlace;
  readonly among: 'queues' | 'workbins';
  readonly current: string | undefined;
  readonly onGo: (place: LeadPlace) => void;
  readonly onOpen: (id: string) => void;
}

const keyOf = ({ id }: Row) => id;

/** What is to be done, and to which rows; to all that is found where none are named. */
interface Begun {
  readonly operation: Operation['type'];
  readonly lines?: readonly Row[];
}

/** The queues or trays of a team, looked through by filters, and many pieces of work handled as one. */
export function Oversight({ me, place, among, current, onGo, onOpen }: OversightProps) {
  const names = useNames();
  const asked = useAsked(place, among);
  const found = useFind(asked.request, asked.ready);
  const { rows, data, error, isFetching, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const [quick, setQuick] = useState('');
  const sought = useDeferredValue(quick.trim().toLowerCase());
  const [sorting, setSorting] = useState<Sorting>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [begun, setBegun] = useState<Begun>();
  const field = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => field.current?.querySelector('input')?.focus() });

  const columns = useMemo(
    () =>
      leadColumns({
        names,
        where: place.of === undefined,
        attached: asked.columns,
        sorting,
        onSort: (column) => setSorting((before) => turned(before, column)),
      }),
    [names, place.of, asked.columns, sorting],
  );
  const shown = useMemo(() => {
    const fitting =
      sought === ''
        ? rows
        : rows.filter((line) =>
            `${subjectOf(line)} ${senderOf(line)} ${line.id} ${line.externalId ?? ''}`
              .toLowerCase()
              .includes(sought),
          );
    return sorted(fitting, sorting);
  }, [rows, sought, sorting]);
  const present = useMemo(() => rows.filter(({ id }) => chosen.has(id)), [rows, chosen]);
  const offered = useMemo(() => operationsOffered(me.privileges), [me.privileges]);
  const title = place.of === undefined ? words[among] : nameOf(place.of);
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };

  function nameOf(of: string): string {
    if (among === 'queues') return names.queue(of);
    const tray = rows[0]?.workbin;
    return tray === undefined ? words.workbins : names.workbin(tray);
  }

  const nothing = () => {
    if (error && data === undefined)
      return <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />;
    if (data === undefined) return <SkeletonRows label={words.loading(title)} rows={10} />;
    if (hasNextPage)
      return (
        <EmptyState
          icon={Search}
          title={words.empty.further}
          action={
            <Button busy={isFetchingNextPage} onClick={more}>
              {words.more}
            </Button>
          }
        >
          {words.empty.furtherWhy}
        </EmptyState>
      );
    if (asked.request.condition === undefined && sought === '')
      return <EmptyState title={words.empty.nothing}>{words.empty.nothingWhy}</EmptyState>;
    return (
      <EmptyState icon={Search} title={words.empty.noMatch}>
        {words.empty.noMatchWhy}
      </EmptyState>
    );
  };

  const where = {
    among,
    of: place.of,
    onChoose: (of: string | undefined) => {
      const { of: before, ...rest } = place;
      onGo({ ...rest, ...(of === undefined ? {} : { of }) });
    },
  };
  return (
    <div className={css.area}>
      <div className={css.split}>
        <Explorer {...where} />
        <div className={css.room}>
          <header className={css.bar}>
            <h2 title={title}>{title}</h2>
            <span className={css.count} role="status">
              {data === undefined
                ? null
                : sought === ''
                  ? words.found(rows.length, hasNextPage)
                  : words.shown(shown.length, rows.length)}
            </span>
            <div className={css.end}>
              <div className={css.quick} ref={field}>
                <TextField
                  label={words.quick}
                  hideLabel
                  icon={Search}
                  type="search"
                  placeholder={words.quick}
                  value={quick}
                  onChange={setQuick}
                />
              </div>
            </div>
          </header>
          <FilterBar
            place={place}
            onGo={onGo}
            before={<ExplorerChoice {...where} />}
            after={
              offered.length > 0 &&
              rows.length > 0 &&
              present.length === 0 && (
                <BulkMenu
                  offered={offered}
                  onBegin={(operation) => setBegun({ operation, ...(sought === '' ? {} : { lines: shown }) })}
                />
              )
            }
          />
          {offered.length > 0 && present.length > 0 && (
            <BulkBar
              chosen={present.length}
              offered={offered}
              onBegin={(operation) => setBegun({ operation, lines: present })}
              onLetGo={() => setChosen(new Set())}
            />
          )}
          <div className={css.list}>
            <VirtualList
              label={title}
              items={shown}
              keyOf={keyOf}
              columns={columns}
              onOpen={({ id }) => onOpen(id)}
              {...(current !== undefined && { current })}
              selected={chosen}
              onSelectedChange={setChosen}
              onEndReached={more}
              empty={nothing()}
            />
          </div>
          {hasNextPage && shown.length > 0 && (
            <footer className={css.foot}>
              <span>{words.moreWhy}</span>
              <Button size="s" busy={isFetchingNextPage} onClick={more}>
                {words.more}
              </Button>
            </footer>
          )}
        </div>
        {begun && (
          <BulkDialog
            operation={begun.operation}
            {...(begun.lines === undefined ? { all: asked.request } : { lines: begun.lines })}
            onClose={() => setBegun(undefined)}
            onDone={() => setChosen(new Set())}
          />
        )}
      </div>
    </div>
  );
}
