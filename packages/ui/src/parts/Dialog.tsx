'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { classes } from '../design/classes.ts';
import { defined } from '../design/defined.ts';
import css from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Called with `false` on Esc, on the cross and on a click beside the dialog. */
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the one to choose last. */
  readonly footer?: ReactNode;
  /** 400 (default), 560 or 800 pixels wide. */
  readonly size?: 's' | 'm' | 'l';
  /** Without it there is no cross: for what must be answered. */
  readonly closeLabel?: string;
  /** What has the focus first; otherwise the first control inside. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

/** A question that must be answered or dismissed first. Keeps the focus inside, gives it back on closing. */
export function Dialog(props: DialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    children,
    footer,
    size = 's',
    closeLabel,
    initialFocus,
  } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={css.scrim} />
        <Base.Viewport className={css.viewport}>
          <Base.Popup className={classes(css.dialog, css[size])} {...defined({ initialFocus })}>
            <header className={css.header}>
              <Base.Title className={css.title}>{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className={css.description}>{description}</Base.Description>
              )}
            </header>
            {children !== undefined && <div className={css.body}>{children}</div>}
            {footer !== undefined && <footer className={css.footer}>{footer}</footer>}
            {closeLabel !== undefined && (
              <Base.Close className={css.close} aria-label={closeLabel}>
                <X aria-hidden />
              </Base.Close>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
