'use client';
import { useDroppable } from '@dnd-kit/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import { Counter } from './Counter.tsx';
import css from './SideNav.module.css';

export interface SideNavItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly count?: number;
  /** The count in words: `12 items`. */
  readonly countLabel?: string;
  /** The count calls for attention. */
  readonly urgent?: boolean;
  /** Rows of a list may be let go over it; takes effect inside a `DndContext`. */
  readonly takesRows?: boolean;
  /** A link when given; otherwise a button. */
  readonly href?: string;
}

export interface SideNavSection {
  readonly id: string;
  readonly label?: string;
  readonly items: readonly SideNavItem[];
}

export interface SideNavProps {
  readonly label: string;
  readonly sections: readonly SideNavSection[];
  /** Id of the item that is open. */
  readonly current?: string;
  readonly onSelect?: (id: string) => void;
  /** Above and below the sections: the logo, the person. */
  readonly header?: ReactNode;
  readonly footer?: ReactNode;
}

/** Where one can go, and how much waits there. */
export function SideNav({ label, sections, current, onSelect, header, footer }: SideNavProps) {
  return (
    <nav className={css.nav} aria-label={label}>
      {header}
      <div className={css.sections}>
        {sections.map((section) => (
          <div key={section.id} className={css.section}>
            {section.label !== undefined && <h2 className={css.heading}>{section.label}</h2>}
            <ul>
              {section.items.map((item) => (
                <li key={item.id}>
                  <Entry item={item} current={item.id === current} onSelect={onSelect} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {footer}
    </nav>
  );
}

interface EntryProps {
  readonly item: SideNavItem;
  readonly current: boolean;
  readonly onSelect: ((id: string) => void) | undefined;
}

function Entry({ item, current, onSelect }: EntryProps) {
  const { id, label, icon: Icon, count, countLabel, urgent, href, takesRows = false } = item;
  const { setNodeRef, isOver } = useDroppable({ id, disabled: !takesRows });
  const content = (
    <>
      {Icon && <Icon aria-hidden />}
      <span className={css.label}>{label}</span>
      {count !== undefined && count > 0 && (
        <Counter
          value={count}
          tone={urgent ? 'critical' : 'plain'}
          {...(countLabel && { label: countLabel })}
        />
      )}
    </>
  );
  const common = {
    ref: setNodeRef,
    className: classes(css.item, current && css.current, isOver && css.over),
    'aria-current': current ? ('page' as const) : undefined,
    onClick: () => onSelect?.(id),
  };
  return href === undefined ? (
    <button type="button" {...common}>
      {content}
    </button>
  ) : (
    <a href={href} {...common}>
      {content}
    </a>
  );
}
