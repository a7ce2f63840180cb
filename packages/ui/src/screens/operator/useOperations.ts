'use client';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';

/** As often as servers say something new. */
const ANEW = 2_000;

/** How the servers are, again and again while the page is there and visible. One question that fails says so at once. */
export function useOperations() {
  const { port } = useDesk();
  return useQuery({
    queryKey: keys.operations,
    queryFn: () => port.operations(),
    refetchInterval: ANEW,
    retry: false,
    // What is old must not look as if it were now: without a network the question fails and does not wait.
    networkMode: 'always',
  });
}
