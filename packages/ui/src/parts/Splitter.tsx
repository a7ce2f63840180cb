'use client';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useState } from 'react';
import css from './Splitter.module.css';

export interface SplitterProps {
  /** Names the handle: `Width of the case data`. */
  readonly label: string;
  /** The pane whose width is set, and on which side it stands. Without one the rest has all the room. */
  readonly pane?: ReactNode;
  readonly side: 'start' | 'end';
  /** Pixels. */
  readonly defaultSize: number;
  readonly min: number;
  readonly max: number;
  /** The width is remembered in this browser under this name. */
  readonly storageKey?: string;
  /** What takes the rest. It stays what it is when the pane comes and goes. */
  readonly children: ReactNode;
}

const STEP = 16;

/** Two panes side by side. The handle is dragged, or moved with arrow keys, Home and End; a double click resets it. */
export function Splitter(props: SplitterProps) {
  const { label, pane, side, defaultSize, min, max, storageKey, children } = props;
  const clamp = (width: number) => Math.round(Math.min(max, Math.max(min, width)));
  const [size, setSize] = useState(clamp(defaultSize));

  useEffect(() => {
    const kept = Number(storageKey && localStorage.getItem(storageKey));
    if (kept > 0) setSize(Math.round(Math.min(max, Math.max(min, kept))));
  }, [storageKey, min, max]);

  const resize = (width: number) => {
    setSize(clamp(width));
    if (storageKey) localStorage.setItem(storageKey, String(clamp(width)));
  };

  /** Towards the right the pane at the start grows and the one at the end shrinks. */
  const direction = side === 'start' ? 1 : -1;

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const bounds = event.currentTarget.parentElement?.getBoundingClientRect();
    if (bounds) resize(side === 'start' ? event.clientX - bounds.left : bounds.right - event.clientX);
  };

  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: size - STEP * direction,
      ArrowRight: size + STEP * direction,
      Home: min,
      End: max,
    };
    const width = moves[event.key];
    if (width === undefined) return;
    event.preventDefault();
    resize(width);
  };

  const handle = (
    <div
      className={css.handle}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => resize(defaultSize)}
      onKeyDown={press}
    />
  );
  const sized = (
    <div className={css.pane} style={{ width: size }}>
      {pane}
    </div>
  );

  const there = pane !== undefined && pane !== false;
  const atStart = there && side === 'start';
  const atEnd = there && side === 'end';
  return (
    <div className={css.split}>
      {atStart && sized}
      {atStart && handle}
      <div className={css.rest}>{children}</div>
      {atEnd && handle}
      {atEnd && sized}
    </div>
  );
}
