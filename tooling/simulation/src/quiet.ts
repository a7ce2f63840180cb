/** Screens held against the rows: what an agent has or is offered is what the desk shows, and nothing else. */
import type { MemoryDatabase } from '@intray/store/memory';
import type { Agent } from './agent.ts';

export interface Difference {
  readonly interactionId: string;
  /** Of the row. */
  readonly version: number;
  readonly agentId: string;
}

export function deskDifferences(agents: readonly Agent[], database: MemoryDatabase): readonly Difference[] {
  return agents.flatMap(({ id: agentId, desk }) => {
    if (desk === undefined || !desk.settled) return [];
    const missing = [...database.open.values()]
      .filter(({ row }) => desk.isMine(row) && desk.items.get(row.id)?.version !== row.version)
      .map(({ row }) => row);
    const stale = [...desk.items.keys()].flatMap((id) => {
      const row = database.interactions.get(id)?.row;
      return row === undefined || desk.isMine(row) ? [] : [row];
    });
    return [...missing, ...stale].map(({ id, version }) => ({ interactionId: id, version, agentId }));
  });
}
