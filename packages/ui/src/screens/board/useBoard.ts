'use client';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';

/** Moments pass without an event: what becomes overdue is counted anew so often. */
const ANEW = 30_000;

/** How it stands now; asked again as the feed tells of changes. */
export function useBoard() {
  const { port } = useDesk();
  return useQuery({ queryKey: keys.board, queryFn: () => port.board(), refetchInterval: ANEW });
}
