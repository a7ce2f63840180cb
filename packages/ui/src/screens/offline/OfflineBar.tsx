'use client';
import { useSyncExternalStore } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import type { OfflineState } from '../../desk/offline/offline-work.ts';
import { later } from '../later.tsx';

// Asked for only by desks that go on without the server: what they need lies on the computer.
const Notice = later(
  async () => (await import('./OfflineNotice.tsx')).OfflineNotice,
  () => null,
  'asked',
);

const NOTHING: OfflineState = { local: false, waiting: 0, conflicts: [] };
const silent = () => () => {};
const nothing = () => NOTHING;

/** The state of a desk that goes on without the server; nothing at all on one that does not, or while all is well. */
export function OfflineBar() {
  const { offline } = useDesk().port;
  const state = useSyncExternalStore(offline?.subscribe ?? silent, offline?.state ?? nothing, nothing);
  if (!state.local && state.waiting === 0 && state.conflicts.length === 0) return null;
  return <Notice state={state} />;
}
