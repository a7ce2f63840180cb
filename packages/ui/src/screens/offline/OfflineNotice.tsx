'use client';
import { useState } from 'react';
import type { OfflineState } from '../../desk/offline/offline-work.ts';
import { Button } from '../../parts/Button.tsx';
import { Conflicts } from './Conflicts.tsx';
import css from './Offline.module.css';
import { offlineWords as words } from './words.ts';

/** Says that what is shown is what was last known, what waits, and what wants a choice. */
export function OfflineNotice({ state: { local, waiting, conflicts } }: { readonly state: OfflineState }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={css.notice} data-local={local}>
      <p role="status">
        {local && words.local} {waiting > 0 && (local ? words.waiting(waiting) : words.sending(waiting))}
      </p>
      {conflicts.length > 0 && (
        <Button size="s" onClick={() => setOpen(true)}>
          {words.toSettle(conflicts.length)}
        </Button>
      )}
      {open && conflicts.length > 0 && <Conflicts conflicts={conflicts} onClose={() => setOpen(false)} />}
    </div>
  );
}
