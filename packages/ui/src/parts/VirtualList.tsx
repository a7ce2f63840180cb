'use client';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classes } from '../design/classes.ts';
import { nextIndex, stretched, toggled } from './listKeys.ts';
import { useWidth } from './useWidth.ts';
import css from './VirtualList.module.css';
import { type Column, VirtualRow } from './VirtualRow.tsx';

export type { Column } from './VirtualRow.tsx';

export interface VirtualListProps<T> {
  readonly label: string;
  /** An unchanged item must stay the same object, then its row doesn't render. */
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly columns: readonly Column<T>[];
  readonly density?: 'compact' | 'comfortable';
  /** Without it the column headers are announced but not drawn. */
  readonly showHeader?: boolean;
  /** Enter, or a click on a row. */
  readonly onOpen?: (item: T) => void;
  /** Key of the item that is open beside the list. */
  readonly current?: string;
  /** Given both, rows can be chosen: Space, Ctrl+click, Shift+arrows, Shift+click, Ctrl+A; Esc lets go. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelectedChange?: (selected: ReadonlySet<string>) => void;
  /** The last rows are near: fetch the next page. The same function between renders, or it is called too often. */
  readonly onEndReached?: () => void;
  /** The first and the last item that can be seen, whenever they are others. */
  readonly onSeen?: (first: T, last: T) => void;
  /** Instead of rows when there are none: EmptyState, SkeletonRows. */
  readonly empty?: ReactNode;
}

/** Pixels, as --row-compact and --row-comfortable; the virtualizer must know them before anything is laid out. */
const ROW_HEIGHT = { compact: 32, comfortable: 40 };

/** The columns that a list of this width shows. The same array as long as they are the same, so that no row renders. */
function useFitting<T>(columns: readonly Column<T>[], width: number): readonly Column<T>[] {
  const fits = ({ minListWidth = 0, maxListWidth = Number.POSITIVE_INFINITY }: Column<T>) =>
    width >= minListWidth && width < maxListWidth;
  const before = useRef<readonly Column<T>[]>([]);
  const now = columns.filter(fits);
  const same = now.length === before.current.length && now.every((each, at) => each === before.current[at]);
  if (!same) before.current = now;
  return before.current;
}

/** A list or table of any length: draws only what is seen, and one row at a time has the keyboard. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, keyOf, columns, density = 'compact', showHeader = true, onOpen, current } = props;
  const { selected, onSelectedChange, onEndReached, onSeen, empty } = props;
  const height = ROW_HEIGHT[density];
  const scroller = useRef<HTMLDivElement>(null);
  const activeRow = useRef<HTMLTableRowElement>(null);
  const focusAfterRender = useRef(false);
  const width = useWidth(scroller);
  const shown = useFitting(columns, width);
  const [activeKey, setActiveKey] = useState<string>();

  // The place of the keyboard is a key, not a number: rows come and go above it without moving it.
  // Sought once and not with each frame of a scroll: there may be a hundred thousand.
  const found = useMemo(
    () => (activeKey === undefined ? -1 : items.findIndex((item) => keyOf(item) === activeKey)),
    [items, keyOf, activeKey],
  );
  const lastPlace = useRef(0);
  // Whoever finishes a row goes on with the one that takes its place.
  const active = found >= 0 ? found : Math.max(0, Math.min(lastPlace.current, items.length - 1));
  const successor = found < 0 && activeKey !== undefined ? items[active] : undefined;
  const successorKey = successor && keyOf(successor);
  useEffect(() => {
    if (found >= 0) lastPlace.current = found;
    else if (successorKey !== undefined) setActiveKey(successorKey);
  }, [found, successorKey]);

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 8,
    // The active row stays in the page when scrolled out of sight; otherwise the focus would be lost with it.
    rangeExtractor: (range: Range) =>
      [...new Set([active, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  const rows = virtualizer.getVirtualItems().filter((row) => row.index < items.length);
  const last = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (items.length > 0 && last >= items.length - 5) onEndReached?.();
  }, [last, items.length, onEndReached]);

  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  const [firstSeen, lastSeen] = [items[startIndex], items[Math.min(endIndex, items.length - 1)]];
  useEffect(() => {
    if (firstSeen !== undefined && lastSeen !== undefined) onSeen?.(firstSeen, lastSeen);
  }, [firstSeen, lastSeen, onSeen]);

  useEffect(() => {
    if (!focusAfterRender.current) return;
    focusAfterRender.current = false;
    activeRow.current?.focus({ preventScroll: true });
  });

  const goTo = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    focusAfterRender.current = true;
    setActiveKey(keyOf(item));
    virtualizer.scrollToIndex(index);
  };

  const stretch = (to: number) =>
    onSelectedChange?.(stretched(selected ?? new Set(), items.map(keyOf), active, to));

  const press = (event: KeyboardEvent) => {
    // Keys pressed in a button or a field inside a row are theirs.
    if ((event.target as HTMLElement).tagName !== 'TR') return;
    const item = items[active];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
    const next = nextIndex(event.key, { index: active, count: items.length, page });
    const letter = event.key.length === 1;
    if (next !== undefined && !(letter && (event.ctrlKey || event.metaKey || event.altKey))) {
      if (event.shiftKey) stretch(next);
      goTo(next);
    } else if (event.key === 'Enter' && item !== undefined && onOpen) onOpen(item);
    else if (event.key === ' ' && item !== undefined && selected)
      onSelectedChange?.(toggled(selected, keyOf(item)));
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selected) stretchAll();
    else if (event.key === 'Escape' && selected && selected.size > 0) onSelectedChange?.(new Set());
    else return;
    event.preventDefault();
  };

  const stretchAll = () => onSelectedChange?.(new Set(items.map(keyOf)));

  const click = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-index]');
    if (row === null || target.closest('button, a, input, label')) return;
    const index = Number(row.dataset.index);
    const item = items[index];
    if (item === undefined) return;
    if (selected && event.shiftKey) stretch(index);
    else if (selected && (event.ctrlKey || event.metaKey)) onSelectedChange?.(toggled(selected, keyOf(item)));
    else onOpen?.(item);
    setActiveKey(keyOf(item));
  };

  // Not as a variable on the list: each change of it would make the browser look at every cell anew.
  const tracks = shown.map((column) => column.width).join(' ');
  // A table whose rows take the keyboard is a grid; HTML allows the role, and screen readers then leave the arrow keys alone.
  const grid = { role: 'grid', 'aria-multiselectable': selected ? true : undefined };
  return (
    <div ref={scroller} className={css.scroller}>
      <table
        {...grid}
        className={css.table}
        aria-label={label}
        aria-rowcount={items.length + 1}
        onKeyDown={press}
        onClick={click}
      >
        <thead className={css.head}>
          <tr
            className={classes(css.header, !showHeader && 'visually-hidden')}
            style={{ gridTemplateColumns: tracks }}
            aria-rowindex={1}
          >
            {shown.map((column) => (
              <th key={column.id} scope="col" className={css.cell} data-align={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          className={css.rows}
          style={{ height: items.length > 0 ? virtualizer.getTotalSize() : undefined }}
        >
          {rows.map(({ index, key, start }) => (
            <VirtualRow
              key={key as string}
              item={items[index] as T}
              index={index}
              top={start}
              height={height}
              columns={shown}
              tracks={tracks}
              selected={selected?.has(key as string)}
              active={index === active}
              current={key === current}
              ref={index === active ? activeRow : undefined}
            />
          ))}
          {items.length === 0 && empty !== undefined && (
            <tr className={css.empty}>
              <td colSpan={shown.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
