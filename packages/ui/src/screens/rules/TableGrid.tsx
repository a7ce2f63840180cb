'use client';
import { cellText, type DecisionTable, type Fault } from '@intray/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { CornerDownRight, X } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import common from '../drafting/Drafting.module.css';
import { columnWords } from './columns.ts';
import css from './Grid.module.css';
import { bounds, type Column, cellsOf, columnRemoved, columnsOf, type Spot } from './grid.ts';
import { useCursor } from './useCursor.ts';
import { words } from './words.ts';

export interface TableGridProps {
  readonly table: DecisionTable;
  /** Paths within the rule: `['table', 'rows', 3, 'when', 0]`. */
  readonly faults: readonly Fault[];
  readonly onChange: (table: DecisionTable) => void;
}

const ROW = 32;
const NONE: ReadonlyMap<number, string> = new Map();

/** Row → column → what is wrong in the cell. */
function faultsByRow(
  faults: readonly Fault[],
  asks: number,
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const found = new Map<number, Map<number, string>>();
  for (const { path, message } of faults) {
    const [of, rows, row, part, column] = path;
    if (of !== 'table' || rows !== 'rows' || typeof row !== 'number') continue;
    const at = (part === 'do' ? asks : 0) + (typeof column === 'number' ? column : 0);
    const cells = found.get(row) ?? new Map<number, string>();
    found.set(row, cells.set(at, cells.get(at) ?? message));
  }
  return found;
}

/** The rows of a decision table, written as in a spreadsheet. Only what is seen is drawn. */
export function TableGrid({ table, faults, onChange }: TableGridProps) {
  const columns = columnsOf(table);
  const cursor = useCursor(table, onChange);
  const { at, range, typed } = cursor;
  const scroller = useRef<HTMLDivElement>(null);
  /** The keyboard is in the grid: also while the cell that had it is being replaced by another. */
  const holds = useRef(false);
  const wrong = useMemo(() => faultsByRow(faults, table.when.length), [faults, table.when.length]);
  const rows = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const chosen = bounds(range);
  const fault = wrong.get(at.row)?.get(at.column);
  const spots = [...wrong].flatMap(([row, cells]) =>
    [...cells.keys()].map((column): Spot => ({ row, column })),
  );
  const toNext = () => {
    const later = spots.find(({ row, column }) => row > at.row || (row === at.row && column > at.column));
    const next = later ?? spots[0];
    holds.current = true;
    if (next) cursor.go(next);
  };

  const place = `${at.row}:${at.column}`;
  const writing = typed !== undefined;
  useEffect(() => {
    if (!holds.current) return;
    rows.scrollToIndex(Number(place.split(':')[0]));
    // The row may only be drawn after the scroll.
    requestAnimationFrame(() => {
      if (!writing) scroller.current?.querySelector<HTMLElement>(`[data-spot="${place}"]`)?.focus();
    });
  }, [place, writing, rows]);

  const template = { gridTemplateColumns: `3rem repeat(${columns.length}, minmax(8.5rem, 1fr))` };
  return (
    <>
      <div
        ref={scroller}
        className={css.scroller}
        role="grid"
        aria-label={words.table}
        aria-rowcount={table.rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        tabIndex={-1}
        {...cursor.clipboard}
        onFocus={() => {
          holds.current = true;
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget && !currentTarget.contains(relatedTarget)) holds.current = false;
        }}
        onKeyDown={(event) => {
          const cell = (event.target as HTMLElement).closest('[data-spot]');
          if (cell && cursor.press(event)) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
      >
        <div className={css.head} role="row" tabIndex={-1} aria-rowindex={1} style={template}>
          <span className={css.corner} aria-hidden />
          {columns.map((column, n) => (
            <span
              key={n}
              role="columnheader"
              tabIndex={-1}
              aria-colindex={n + 1}
              className={css.heading}
              data-does={'action' in column}
              title={columnWords(column)}
            >
              <span>{columnWords(column)}</span>
              {('action' in column ? table.do : table.when).length > ('action' in column ? 1 : 0) && (
                <IconButton
                  icon={X}
                  size="s"
                  label={words.removeColumn(columnWords(column))}
                  onClick={() => onChange(columnRemoved(table, n))}
                />
              )}
            </span>
          ))}
        </div>
        <div className={css.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const row = table.rows[index];
            if (row === undefined) return null;
            const here = at.row === index;
            const inRange = index >= chosen.top && index <= chosen.bottom;
            return (
              <Row
                key={index}
                index={index}
                start={start}
                row={row}
                columns={columns}
                wrong={wrong.get(index) ?? NONE}
                cursor={here ? at.column : -1}
                left={inRange ? chosen.left : -1}
                right={inRange ? chosen.right : -1}
                typed={here ? typed : undefined}
                act={cursor}
              />
            );
          })}
        </div>
        {table.rows.length === 0 && <p className={css.empty}>{words.noRows}</p>}
      </div>
      <div className={common.cardHead}>
        <p className={common.wrong} role="status">
          {fault && words.cellFault(at.row + 1, at.column + 1, fault)}
        </p>
        {spots.length > 0 && (
          <Button size="s" icon={CornerDownRight} onClick={toNext}>
            {words.next}
          </Button>
        )}
      </div>
      <p className={common.muted}>
        {words.hint} {words.keys}
      </p>
    </>
  );
}

interface RowProps {
  readonly index: number;
  readonly start: number;
  readonly row: DecisionTable['rows'][number];
  readonly columns: readonly Column[];
  readonly wrong: ReadonlyMap<number, string>;
  /** The column of the cursor; -1 where it is in another row. */
  readonly cursor: number;
  readonly left: number;
  readonly right: number;
  readonly typed: string | undefined;
  readonly act: ReturnType<typeof useCursor>;
}

/** Drawn anew only where something in it is different; what its keys do may be older than that. */
const Row = memo(
  function Row({ index, start, row, columns, wrong, cursor, left, right, typed, act }: RowProps) {
    return (
      <div
        className={css.row}
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        style={{
          transform: `translateY(${start}px)`,
          gridTemplateColumns: `3rem repeat(${columns.length}, minmax(8.5rem, 1fr))`,
        }}
      >
        <span className={css.number} role="rowheader" tabIndex={-1}>
          {index + 1}
        </span>
        {cellsOf(row).map((cell, n) => {
          const column = columns[n];
          if (column === undefined) return null;
          const text = cellText(column, cell);
          const spot = { row: index, column: n };
          return n === cursor && typed !== undefined ? (
            <span key={`${index}:${n}`} className={css.cell} role="gridcell" tabIndex={-1} data-writing>
              <input
                ref={(field) => field?.focus()}
                className={css.input}
                aria-label={columnWords(column)}
                value={typed}
                onChange={(event) => act.setTyped(event.target.value)}
                onKeyDown={act.whileTyping}
                onBlur={act.commit}
              />
            </span>
          ) : (
            <span
              key={`${index}:${n}`}
              className={css.cell}
              role="gridcell"
              aria-colindex={n + 1}
              aria-selected={n >= left && n <= right}
              aria-invalid={wrong.has(n) || undefined}
              title={wrong.get(n) ?? (text === '' ? undefined : text)}
              data-spot={`${index}:${n}`}
              data-does={'action' in column}
              tabIndex={n === cursor ? 0 : -1}
              onMouseDown={(event) => act.go(spot, event.shiftKey)}
              onDoubleClick={() => act.edit()}
            >
              {text}
            </span>
          );
        })}
      </div>
    );
  },
  (one, other) =>
    one.row === other.row &&
    one.start === other.start &&
    one.cursor === other.cursor &&
    one.left === other.left &&
    one.right === other.right &&
    one.typed === other.typed &&
    one.wrong === other.wrong &&
    one.columns.length === other.columns.length &&
    // The row with the cursor writes, and must write into the newest table.
    other.cursor === -1,
);
