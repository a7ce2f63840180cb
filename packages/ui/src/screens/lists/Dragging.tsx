'use client';
/**
 * Rows are dragged onto trays and queues by the browser's own means, which cost the first load nothing. With the keyboard
 * the same is done by the keys of the commands, which act on the chosen rows.
 */
import { createContext, type DragEvent, type ReactNode, useContext } from 'react';
import { ROWS } from '../../parts/SideNav.tsx';
import { words } from '../words.ts';
import css from './Lists.module.css';

/** Which rows go along with a row that is dragged: all that are chosen, if it is one of them. */
export const DraggedAlong = createContext<(id: string) => readonly string[]>((id) => [id]);

/** What a row is taken by. */
export function DragHandle({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const along = useContext(DraggedAlong);
  const start = (event: DragEvent) => {
    event.dataTransfer.setData(ROWS, JSON.stringify(along(id)));
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a handle for the pointer only; the keyboard has the commands
    <span className={css.handle} title={words.list.drag} draggable onDragStart={start}>
      {children}
    </span>
  );
}
