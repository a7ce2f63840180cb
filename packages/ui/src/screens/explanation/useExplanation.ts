'use client';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';

/** What it says changes as time goes by, also when nothing happens. */
const ANEW = 15_000;

export function useItemExplanation(id: string) {
  const { port } = useDesk();
  return useQuery({
    queryKey: keys.why('item', id),
    queryFn: () => port.explainInteraction(id),
    refetchInterval: ANEW,
  });
}

export function useAgentExplanation(agentId: string) {
  const { port } = useDesk();
  return useQuery({
    queryKey: keys.why('agent', agentId),
    queryFn: () => port.explainAgent(agentId),
    refetchInterval: ANEW,
  });
}
