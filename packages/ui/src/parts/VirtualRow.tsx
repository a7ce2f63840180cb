'use client';
import { memo, type ReactNode, type Ref } from 'react';
import { classes } from '../design/classes.ts';
import css from './VirtualList.module.css';

/** One column of a list. Keep the array the same between renders, or every row renders anew. */
export interface Column<T> {
  readonly id: string;
  readonly header: ReactNode;
  /** A CSS grid track: `1fr`, `6rem`, `minmax(8rem, 2fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  /** Left out where the list is narrower than this many pixels. */
  readonly minListWidth?: number;
  /** Left out where the list is this wide or wider: the short form of a column that is drawn there. */
  readonly maxListWidth?: number;
  readonly cell: (item: T) => ReactNode;
}

export interface VirtualRowProps<T> {
  readonly item: T;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly Column<T>[];
  /** The grid tracks of the columns. */
  readonly tracks: string;
  readonly selected: boolean | undefined;
  readonly active: boolean;
  readonly current: boolean;
  readonly ref?: Ref<HTMLTableRowElement> | undefined;
}

interface CellProps<T> {
  readonly item: T;
  readonly column: Column<T>;
}

function OneCell<T>({ item, column }: CellProps<T>) {
  return (
    <td className={css.cell} data-align={column.align}>
      {column.cell(item)}
    </td>
  );
}

/** Apart from its row: when a row goes, all below it move up, and when the list is narrower, some columns go. */
const Cell = memo(OneCell) as typeof OneCell;

function Row<T>(props: VirtualRowProps<T>) {
  const { item, index, top, height, columns, tracks, selected, active, current, ref } = props;
  return (
    <tr
      ref={ref}
      className={classes(css.row, current && css.current)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={current || undefined}
      tabIndex={active ? 0 : -1}
      data-index={index}
      style={{ height, gridTemplateColumns: tracks, transform: `translateY(${top}px)` }}
    >
      {columns.map((column) => (
        <Cell key={column.id} item={item} column={column} />
      ))}
    </tr>
  );
}

/** Renders only when its own item, place or choice changes: all its handlers live on the list. */
export const VirtualRow = memo(Row) as typeof Row;
