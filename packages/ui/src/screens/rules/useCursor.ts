'use client';
/** The cursor of a grid: where it is, what is chosen, and which keys do what. */
import type { DecisionTable } from '@intray/core';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import {
  bounds,
  cleared,
  fromTsv,
  type Range,
  rowAdded,
  rowMoved,
  rowsRemoved,
  type Spot,
  stepFrom,
  tabbed,
  textsIn,
  toTsv,
  written,
} from './grid.ts';

const ARROWS: Readonly<Record<string, { readonly rows: number; readonly columns: number }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
  PageUp: { rows: -12, columns: 0 },
  PageDown: { rows: 12, columns: 0 },
  Home: { rows: 0, columns: -1_000 },
  End: { rows: 0, columns: 1_000 },
};
const MOST_UNDONE = 100;

export function useCursor(table: DecisionTable, onChange: (table: DecisionTable) => void) {
  const [range, setRange] = useState<Range>({ from: { row: 0, column: 0 }, to: { row: 0, column: 0 } });
  /** What stands in the cell that is being written; `undefined` while none is. */
  const [typed, setTyped] = useState<string>();
  /** A cell that goes away also tells that it has lost the keyboard: what was written is written once. */
  const writing = useRef(false);
  const past = useRef<DecisionTable[]>([]);
  const at: Spot = {
    row: Math.max(0, Math.min(range.to.row, table.rows.length - 1)),
    column: Math.max(0, Math.min(range.to.column, table.when.length + table.do.length - 1)),
  };

  const put = (next: DecisionTable) => {
    if (next === table) return;
    past.current = [...past.current.slice(-MOST_UNDONE), table];
    onChange(next);
  };
  const go = (to: Spot, extend = false) =>
    setRange((before) => (extend ? { from: before.from, to } : { from: to, to }));
  const edit = (start?: string) => {
    writing.current = true;
    setTyped(start ?? textsIn(table, { from: at, to: at })[0]?.[0] ?? '');
  };
  const stop = () => {
    writing.current = false;
    setTyped(undefined);
  };
  const commit = () => {
    if (!writing.current) return;
    if (typed !== undefined) put(written(table, at, [[typed]]));
    stop();
  };

  /** Keys while a cell is being written. */
  const whileTyping = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop();
    else if (event.key === 'Enter') {
      commit();
      go(stepFrom(at, { rows: event.shiftKey ? -1 : 1, columns: 0 }, table));
    } else if (event.key === 'Tab') {
      commit();
      const next = tabbed(at, event.shiftKey ? -1 : 1, table);
      if (next) go(next);
    } else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };

  /** Answers whether the key was one of the grid's. */
  const press = (event: KeyboardEvent): boolean => {
    const { key, altKey, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const by = ARROWS[key];
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      const way = key === 'ArrowUp' ? -1 : 1;
      put(rowMoved(table, at.row, way));
      go(stepFrom(at, { rows: way, columns: 0 }, table));
    } else if (by)
      go(
        stepFrom(
          at,
          control
            ? {
                rows: by.rows * 100_000 + (key === 'Home' ? -100_000 : key === 'End' ? 100_000 : 0),
                columns: by.columns * 1_000,
              }
            : by,
          table,
        ),
        shiftKey,
      );
    else if (key === 'Tab') {
      const next = tabbed(at, shiftKey ? -1 : 1, table);
      if (next === undefined) return false;
      go(next);
    } else if (key === 'Enter' || key === 'F2') edit();
    else if (key === 'Delete' || key === 'Backspace') put(cleared(table, range));
    else if (control && key === 'z') {
      const before = past.current.pop();
      if (before) onChange(before);
    } else if (control && key === 'a')
      setRange({ from: { row: 0, column: 0 }, to: stepFrom(at, { rows: 1e6, columns: 1e6 }, table) });
    else if (control && key === 'Insert') put(rowAdded(table, at.row + 1));
    else if (control && key === '-') put(rowsRemoved(table, range));
    else if (!control && !altKey && key.length === 1) edit(key);
    else return false;
    return true;
  };

  const clipboard = {
    onCopy(event: ClipboardEvent) {
      if (typed !== undefined) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', toTsv(textsIn(table, range)));
    },
    onCut(event: ClipboardEvent) {
      if (typed !== undefined) return;
      clipboard.onCopy(event);
      put(cleared(table, range));
    },
    onPaste(event: ClipboardEvent) {
      if (typed !== undefined) return;
      event.preventDefault();
      const texts = fromTsv(event.clipboardData.getData('text/plain'));
      const { top, left } = bounds(range);
      const start = { row: top, column: left };
      put(written(table, start, texts));
      setRange({
        from: start,
        to: { row: top + texts.length - 1, column: left + Math.max(0, (texts[0]?.length ?? 1) - 1) },
      });
    },
  };

  return { at, range, typed, setTyped, go, edit, commit, press, whileTyping, clipboard };
}
