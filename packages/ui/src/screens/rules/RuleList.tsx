'use client';
import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type { TaskRule } from '@intray/core';
import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import drafting from '../drafting/Drafting.module.css';
import { groupsOf, moved, stepped } from './order.ts';
import { words } from './words.ts';

export interface RuleListProps {
  readonly rules: readonly TaskRule[];
  readonly current: string | undefined;
  /** Ids of rules that have something to correct. */
  readonly wrong: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly onOrder: (rules: readonly TaskRule[]) => void;
}

/** The rules in the order in which they are applied. Dragged, or moved with Alt and the arrows, within their level. */
export function RuleList({ rules, current, wrong, onOpen, onOrder }: RuleListProps) {
  // A click opens; only a pointer that moves drags.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const drop = ({ active, over }: DragEndEvent) => {
    if (over) onOrder(moved(rules, String(active.id), String(over.id)));
  };
  const press = (id: string) => (event: KeyboardEvent) => {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    onOrder(stepped(rules, id, by));
  };
  const accessibility = {
    announcements: announcementsOf(rules),
    screenReaderInstructions: { draggable: words.dragging.how },
  };
  return (
    <DndContext sensors={sensors} onDragEnd={drop} accessibility={accessibility}>
      <nav aria-label={words.order}>
        {groupsOf(rules).map(({ key, phase, level, of, rules: group }) => (
          <section key={key}>
            <h3>{words.group(words.phases[phase], words.levels[level], of)}</h3>
            <ol>
              {group.map((rule) => (
                <Entry
                  key={rule.id}
                  rule={rule}
                  current={rule.id === current}
                  wrong={wrong.has(rule.id)}
                  onOpen={() => onOpen(rule.id)}
                  onKey={press(rule.id)}
                />
              ))}
            </ol>
          </section>
        ))}
      </nav>
    </DndContext>
  );
}

/** What a screen reader is told while something is dragged. */
function announcementsOf(rules: readonly TaskRule[]): Announcements {
  const { picked, over: above, nowhere, dropped, back } = words.dragging;
  const nameOf = ({ id }: { readonly id: string | number }) =>
    rules.find((rule) => rule.id === id)?.name ?? String(id);
  return {
    onDragStart: ({ active }) => picked(nameOf(active)),
    onDragOver: ({ active, over }) => (over ? above(nameOf(active), nameOf(over)) : nowhere(nameOf(active))),
    onDragEnd: ({ active, over }) => (over ? dropped(nameOf(active), nameOf(over)) : back(nameOf(active))),
    onDragCancel: ({ active }) => back(nameOf(active)),
  };
}

interface EntryProps {
  readonly rule: TaskRule;
  readonly current: boolean;
  readonly wrong: boolean;
  readonly onOpen: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function Entry({ rule, current, wrong, onOpen, onKey }: EntryProps) {
  const drag = useDraggable({ id: rule.id });
  const drop = useDroppable({ id: rule.id });
  const { name, disabled } = rule;
  return (
    <li
      ref={drop.setNodeRef}
      className={drafting.entry}
      data-current={current}
      data-over={drop.isOver && !drag.isDragging}
      data-dragged={drag.isDragging}
    >
      {/* For the pointer only: the keyboard moves the entry itself. */}
      <span
        ref={drag.setNodeRef}
        className={drafting.grip}
        title={words.drag(name)}
        aria-hidden
        {...drag.listeners}
      >
        <GripVertical size={14} />
      </span>
      <button
        type="button"
        className={drafting.open}
        aria-current={current ? 'true' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={name}
        onClick={onOpen}
        onKeyDown={onKey}
      >
        <span className={disabled ? drafting.off : undefined}>{name}</span>
      </button>
      {wrong && <span className={drafting.dot} aria-hidden />}
    </li>
  );
}
