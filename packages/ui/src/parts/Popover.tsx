'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import { defined } from '../design/defined.ts';
import css from './Popover.module.css';
import popup from './Popup.module.css';

export interface PopoverProps {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
  /** Left out, it opens and closes by itself. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'center' | 'end';
}

/** A small panel beside what opened it, for a few controls or facts. Esc or a click beside it closes. */
export function Popover(props: PopoverProps) {
  const { trigger, title, hideTitle, children, open, onOpenChange, side = 'bottom', align = 'start' } = props;
  return (
    <Base.Root {...defined({ open, onOpenChange })}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} side={side} align={align} sideOffset={6}>
          <Base.Popup className={classes(popup.popup, css.panel)}>
            <Base.Title className={classes(css.title, hideTitle && 'visually-hidden')}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
