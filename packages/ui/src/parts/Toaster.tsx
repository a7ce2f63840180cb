'use client';
import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { defined } from '../design/defined.ts';
import type { Tone } from '../design/tone.ts';
import css from './Toaster.module.css';

export type NoticeTone = Extract<Tone, 'neutral' | 'positive' | 'caution' | 'critical'>;

const SIGNS = { neutral: Info, positive: CircleCheck, caution: TriangleAlert, critical: CircleAlert };

export interface Notice {
  readonly title: string;
  readonly detail?: string;
  /** `critical` and `caution` interrupt a screen reader and stay until dismissed; the others wait, and leave after 5 s. */
  readonly tone?: NoticeTone;
  readonly action?: { readonly label: string; readonly onSelect: () => void };
  /** A second notice with the same id replaces the first, so that one trouble isn't told ten times. */
  readonly id?: string;
}

export interface ToasterProps {
  /** Names the corner where notices appear. F6 brings the keyboard there. */
  readonly label: string;
  readonly dismissLabel: string;
  readonly children: ReactNode;
}

/** Gives everything below it `useNotify`, and shows what is notified in the lower left corner. One a window. */
export function Toaster({ label, dismissLabel, children }: ToasterProps) {
  return (
    <Toast.Provider limit={4}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={css.viewport} aria-label={label}>
          <Notices dismissLabel={dismissLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Tells the person something that has happened: `notify({ title, tone })`. */
export function useNotify(): (notice: Notice) => void {
  const { add } = Toast.useToastManager();
  return useCallback(
    ({ title, detail, tone = 'neutral', action, id }: Notice) => {
      const urgent = tone === 'critical' || tone === 'caution';
      add({
        title,
        type: tone,
        priority: urgent ? 'high' : 'low',
        timeout: urgent ? 0 : 5_000,
        ...defined({ description: detail, id }),
        ...(action && { actionProps: { children: action.label, onClick: action.onSelect } }),
      });
    },
    [add],
  );
}

function Notices({ dismissLabel }: { readonly dismissLabel: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => {
    const Sign = SIGNS[(toast.type ?? 'neutral') as NoticeTone];
    return (
      <Toast.Root key={toast.id} toast={toast} className={css.toast} swipeDirection={['left', 'down']}>
        <Toast.Content className={css.content}>
          <Sign className={css.sign} data-tone={toast.type} aria-hidden />
          <div className={css.words}>
            <Toast.Title className={css.title} />
            <Toast.Description className={css.detail} />
            <Toast.Action className={css.action} />
          </div>
          <Toast.Close className={css.close} aria-label={dismissLabel}>
            <X aria-hidden />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
