'use client';
import type { LucideIcon } from 'lucide-react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { classes } from '../design/classes.ts';
import { Counter } from './Counter.tsx';
import css from './SideNav.module.css';

/** As what dragged rows travel: a list of their keys as JSON. */
export const ROWS = 'application/x-intray-rows';

export interface SideNavItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly count?: number;
  /** The count in words: `12 items`. */
  readonly countLabel?: string;
  /** How many of those are new to everybody: the entry stands out. */
  readonly fresh?: number;
  /** The same in words, for those who hear it: `3 items not opened`. */
  readonly freshLabel?: string;
  /** The count calls for attention. */
  readonly urgent?: boolean;
  /** Rows of a list may be let go over it. */
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
  /** Rows of a list, by their keys, were let go over an item that takes them. */
  readonly onRows?: (id: string, rows: readonly string[]) => void;
  /** Above and below the sections: the logo, the person. */
  readonly header?: ReactNode;
  readonly footer?: ReactNode;
}

/** Where one can go, and how much waits there. */
export function SideNav({ label, sections, current, onSelect, onRows, header, footer }: SideNavProps) {
  const nav = useRef<HTMLElement>(null);
  const places = sections.reduce((count, { items }) => count + items.length, 0);
  // Where one is must be seen, also far down; but nobody's scrolling is undone because a count changed.
  useEffect(() => {
    if (current !== undefined && places > 0)
      nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, places]);
  return (
    <nav ref={nav} className={css.nav} aria-label={label}>
      {header}
      <div className={css.sections}>
        {sections.map((section) => (
          <div key={section.id} className={css.section}>
            {section.label !== undefined && <h2 className={css.heading}>{section.label}</h2>}
            <ul>
              {section.items.map((item) => (
                <li key={item.id}>
                  <Entry item={item} current={item.id === current} onSelect={onSelect} onRows={onRows} />
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
  readonly onRows: SideNavProps['onRows'];
}

function Entry({ item, current, onSelect, onRows }: EntryProps) {
  const {
    id,
    label,
    icon: Icon,
    count,
    countLabel,
    fresh = 0,
    freshLabel,
    urgent,
    href,
    takesRows = false,
  } = item;
  const [over, setOver] = useState(false);
  const isRows = ({ dataTransfer }: DragEvent) => takesRows && onRows && dataTransfer.types.includes(ROWS);
  const content = (
    <>
      {Icon && <Icon aria-hidden />}
      <span className={css.label} title={label}>
        {label}
      </span>
      {fresh > 0 && (
        <span aria-hidden title={freshLabel}>
          <Counter value={fresh} tone="accent" />
        </span>
      )}
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
    className: classes(css.item, current && css.current, over && css.over, fresh > 0 && css.fresh),
    onDragOver: (event: DragEvent) => {
      if (!isRows(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!isRows(event)) return;
      event.preventDefault();
      onRows?.(id, JSON.parse(event.dataTransfer.getData(ROWS)) as readonly string[]);
    },
    'aria-current': current ? ('page' as const) : undefined,
    'aria-description': fresh > 0 ? freshLabel : undefined,
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
