/** How much work there is by what a change of the configuration may do away with. */
import type { Remaining, Vanishing } from '@intray/core';
import { placeOfQueue, placeOfWorkbin } from '../places.ts';
import type { KeptInteraction, MemoryDatabase } from './database.ts';

export function remainingWork(database: MemoryDatabase, vanishing: Vanishing): Remaining {
  const rows = [...database.open.values()];
  const count = (by: 'mediaTypes' | 'agents' | 'onTheWayFrom', names: readonly string[]) =>
    names.map((name) => remaining(rows, by, name));
  return {
    queues: vanishing.queues.map((queue) => database.tallies.get(placeOfQueue(queue)) ?? 0),
    onTheWayFrom: count('onTheWayFrom', vanishing.queues),
    workbins: vanishing.workbins.map((workbin) => database.tallies.get(placeOfWorkbin(workbin)) ?? 0),
    mediaTypes: count('mediaTypes', vanishing.mediaTypes),
    agents: count('agents', vanishing.agents),
  };
}

function remaining(
  rows: readonly KeptInteraction[],
  by: 'mediaTypes' | 'agents' | 'onTheWayFrom',
  name: string,
): number {
  const there = rows.map(({ row }) => row);
  switch (by) {
    case 'mediaTypes':
      return there.filter(({ mediaType }) => mediaType === name).length;
    case 'agents':
      return (
        there.filter(({ handler }) => handler === name).length +
        there.filter(({ invitation }) => invitation?.agentId === name).length
      );
    case 'onTheWayFrom':
      return there.filter(
        ({ queue, handler, invitation }) =>
          queue === name && (handler !== undefined || invitation !== undefined),
      ).length;
  }
}
