import { CircleAlert, Inbox, type LucideIcon, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import css from './Message.module.css';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** Why there is nothing, and what would bring something. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here, and that is all right. */
export function EmptyState({ icon: Icon = Inbox, title, children, action }: EmptyStateProps) {
  return (
    <div className={css.message}>
      <span className={css.sign}>
        <Icon aria-hidden />
      </span>
      <p className={css.title}>{title}</p>
      {children !== undefined && <p className={css.words}>{children}</p>}
      {action !== undefined && <div className={css.action}>{action}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened. */
  readonly title: string;
  /** What to do. */
  readonly children: ReactNode;
  /** A code or an id to tell to whoever helps. */
  readonly code?: string;
  readonly retry?: { readonly label: string; readonly onRetry: () => void; readonly busy?: boolean };
}

/** Something failed: what happened, what to do, and a way to try again. Read out at once. */
export function ErrorState({ title, children, code, retry }: ErrorStateProps) {
  return (
    <div className={css.message} role="alert">
      <span className={css.sign} data-tone="critical">
        <CircleAlert aria-hidden />
      </span>
      <p className={css.title}>{title}</p>
      <p className={css.words}>{children}</p>
      {code !== undefined && <code className={css.code}>{code}</code>}
      {retry && (
        <div className={css.action}>
          <Button icon={RotateCw} onClick={retry.onRetry} busy={retry.busy ?? false}>
            {retry.label}
          </Button>
        </div>
      )}
    </div>
  );
}
