'use client';
import type { InteractionLine } from '@intray/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Column } from '../../parts/VirtualList.tsx';
import { columnsOf } from '../lists/columns.tsx';
import type { Names } from '../names.ts';
import css from './Oversight.module.css';
import type { Sorting } from './sorting.ts';
import { words } from './words.ts';

interface SortHeaderProps {
  readonly column: string;
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: string) => void;
  readonly children: ReactNode;
}

/** A column's head that sorts by it. */
function SortHeader({ column, sorting, onSort, children }: SortHeaderProps) {
  const by = sorting?.column === column ? sorting : undefined;
  const Arrow = by?.down ? ArrowDown : ArrowUp;
  return (
    <button type="button" className={css.sort} aria-pressed={by !== undefined} onClick={() => onSort(column)}>
      {children}
      {by && <Arrow aria-hidden />}
    </button>
  );
}

export interface ColumnsAsked {
  readonly names: Names;
  /** Where the work is, where rows come from several places. */
  readonly where: boolean;
  readonly attached: readonly string[];
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: string) => void;
}

/** Beside an explorer there is less room: the subject keeps most of it. */
const ROOM: Readonly<Record<string, Partial<Column<InteractionLine>>>> = {
  from: { width: 'minmax(5rem, 1fr)', minListWidth: 760 },
  state: { minListWidth: 980 },
  sign: { maxListWidth: 980 },
  priority: { minListWidth: 560 },
};

/** Not worth sorting by, or too narrow for a button. */
const FIXED: ReadonlySet<string> = new Set(['media', 'sign']);

/** The columns of a lead's list: the usual ones, where it is, who had it last, and what a saved filter wants to see. */
export function leadColumns(asked: ColumnsAsked): readonly Column<InteractionLine>[] {
  const { names, where, attached, sorting, onSort } = asked;
  const usual = columnsOf(names, 'open').map((column) => ({ ...column, ...ROOM[column.id] }));
  const place: Column<InteractionLine> = {
    id: 'where',
    header: words.where,
    width: 'minmax(5rem, 1fr)',
    minListWidth: 640,
    cell: ({ workbin, queue }) => {
      const name = workbin === undefined ? names.queue(queue) : names.workbin(workbin);
      return <span title={name}>{name}</span>;
    },
  };
  const holder: Column<InteractionLine> = {
    id: 'holder',
    header: words.holder,
    width: 'minmax(5rem, 0.8fr)',
    minListWidth: 860,
    cell: ({ assignedTo }) => (assignedTo === undefined ? null : names.person(assignedTo)),
  };
  const more = attached.map(
    (key): Column<InteractionLine> => ({
      id: key,
      header: key,
      width: 'minmax(5rem, 8rem)',
      minListWidth: 700,
      cell: ({ data }) => {
        const value = data[key];
        const text =
          value === undefined || value === null ? '' : typeof value === 'object' ? '…' : String(value);
        return <span title={text}>{text}</span>;
      },
    }),
  );
  const at = usual.findIndex(({ id }) => id === 'state');
  const all = [
    ...usual.slice(0, at),
    ...(where ? [place] : []),
    ...more,
    ...usual.slice(at, -1),
    holder,
    ...usual.slice(-1),
  ];
  return all.map((column) =>
    FIXED.has(column.id)
      ? column
      : {
          ...column,
          header: (
            <SortHeader column={column.id} sorting={sorting} onSort={onSort}>
              {column.header}
            </SortHeader>
          ),
        },
  );
}
