/** The rows of a memory desk: what the store keeps in tables. */
import {
  type AgentSession,
  type Interaction,
  type Receipt,
  restingIn,
  sameWorkbin,
  type WorkbinRef,
  waitingIn,
} from '@intray/core';

export interface MemoryRows {
  readonly interactions: Map<string, Interaction>;
  readonly sessions: Map<string, AgentSession>;
  readonly receipts: Map<string, Receipt>;
  /** Counted, not kept: a test desk is small. */
  resting(workbin: WorkbinRef): readonly Interaction[];
  waiting(queue: string): readonly Interaction[];
  byExternalId(externalId: string | undefined): Interaction | undefined;
}

export function memoryRows(): MemoryRows {
  const interactions = new Map<string, Interaction>();
  const all = () => [...interactions.values()];
  return {
    interactions,
    sessions: new Map(),
    receipts: new Map(),
    resting: (workbin) => all().filter((interaction) => sameWorkbin(restingIn(interaction), workbin)),
    waiting: (queue) => all().filter((interaction) => waitingIn(interaction) === queue),
    byExternalId: (externalId) =>
      externalId === undefined
        ? undefined
        : all().find((interaction) => interaction.externalId === externalId),
  };
}
