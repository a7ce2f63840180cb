'use client';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import type { OfflineState } from '../../desk/offline/offline-work.ts';

const Notice = lazy(async () => ({ default: (await import('./OfflineNotice.tsx')).OfflineNotice }));

const NOTHING: OfflineState = { local: false, waiting: 0, conflicts: [] };
const silent = () => () => {};
const nothing = () => NOTHING;

/** The state of a desk that goes on without the server; nothing at all on one that does not, or while all is well. */
export function OfflineBar() {
  const { offline } = useDesk().port;
  const state = useSyncExternalStore(offline?.subscribe ?? silent, offline?.state ?? nothing, nothing);
  if (!state.local && state.waiting === 0 && state.conflicts.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Notice state={state} />
    </Suspense>
  );
}
