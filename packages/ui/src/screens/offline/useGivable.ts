'use client';
import type { Command } from '@intray/core';
import { useSyncExternalStore } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { words } from '../words.ts';

/** What a button is given for a command that cannot be given now: it is dimmed, and says why. */
export interface Dimmed {
  readonly 'aria-disabled'?: true;
  readonly 'data-dimmed'?: true;
  readonly title?: string;
}
export type Givable = (type: Command['type']) => Dimmed;

const silent = () => () => {};

/** [L12] Which commands can be given while the server cannot be reached; on a desk that needs it always, all. */
export function useGivable(): Givable {
  const { offline } = useDesk().port;
  const isLocal = () => offline?.state().local === true;
  const local = useSyncExternalStore(offline?.subscribe ?? silent, isLocal, () => false);
  return (type) =>
    !local || offline?.canGive(type) !== false
      ? {}
      : { 'aria-disabled': true, 'data-dimmed': true, title: words.connection.needsServer };
}
