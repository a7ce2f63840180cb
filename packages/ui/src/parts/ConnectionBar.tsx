import { CloudOff, RefreshCw, Wifi } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './ConnectionBar.module.css';

export type Connection = 'online' | 'reconnecting' | 'offline';

const SIGNS = { online: Wifi, reconnecting: RefreshCw, offline: CloudOff } satisfies Record<
  Connection,
  unknown
>;

export interface ConnectionBarProps {
  readonly connection: Connection;
  /** What it means for the person: `Reconnecting. Your work is kept; nothing is lost.` */
  readonly children: ReactNode;
  /** At the end, such as a button to try at once. */
  readonly action?: ReactNode;
  /** Draw it while online too, for the moment after the connection is back. */
  readonly showOnline?: boolean;
}

/** Whether what is on the screen is still true. Words and a sign; hidden while all is well. */
export function ConnectionBar({ connection, children, action, showOnline = false }: ConnectionBarProps) {
  const Sign = SIGNS[connection];
  return (
    <div role="status">
      {(connection !== 'online' || showOnline) && (
        <div className={css.bar} data-connection={connection}>
          <Sign className={css.sign} aria-hidden />
          <span>{children}</span>
          {action}
        </div>
      )}
    </div>
  );
}
