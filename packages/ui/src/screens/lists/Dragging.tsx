'use client';
import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { words } from '../words.ts';
import css from './Lists.module.css';

/** Which rows go along with a row that is dragged: all that are chosen, if it is one of them. */
export const DraggedAlong = createContext<(id: string) => readonly string[]>((id) => [id]);

/** Pixels that the pointer moves before a press is no click any more. */
const DISTANCE = 6;

export interface DraggingProps {
  /** Rows were let go over a place on the left side. */
  readonly onDrop: (ids: readonly string[], destination: string) => void;
  readonly children: ReactNode;
}

const idsOf = (data: { readonly current?: unknown }): readonly string[] => {
  const along = (data.current as { readonly along?: () => readonly string[] } | undefined)?.along;
  return along?.() ?? [];
};

/**
 * Rows are dragged onto trays and queues. With the keyboard the same is done by the keys of the commands, which act on
 * the chosen rows.
 */
export function Dragging({ onDrop, children }: DraggingProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DISTANCE } }));
  const [count, setCount] = useState(0);
  const drop = ({ active, over }: DragEndEvent) => {
    setCount(0);
    const ids = idsOf(active.data);
    if (over !== null && ids.length > 0) onDrop(ids, String(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setCount(idsOf(active.data).length)}
      onDragCancel={() => setCount(0)}
      onDragEnd={drop}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {count > 0 && <div className={css.dragged}>{words.nav.items(count)}</div>}
      </DragOverlay>
    </DndContext>
  );
}

/** What a row is taken by. */
export function DragHandle({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const along = useContext(DraggedAlong);
  const { setNodeRef, listeners } = useDraggable({ id, data: { along: () => along(id) } });
  return (
    <span ref={setNodeRef} className={css.handle} title={words.list.drag} {...listeners}>
      {children}
    </span>
  );
}
