/**
 * The same story told to both: somebody finishes, something new comes, and whoever finished is given the best of what
 * waits that they can do. As much waits afterwards as before.
 */
import { Matching, type Worker } from '@intray/core';
import { AGENTS, agentName, type Crowd, chance, MEDIUM, type Work, workOf } from './crowd.ts';

export interface Story {
  /** Gives out one piece of work; answers its id, or `undefined` if nobody who is free can do any of it. */
  next(): string | undefined;
}

const NOTHING: ReadonlyMap<string, number> = new Map();
const hasRoom: Worker['hasRoom'] = (mediaType, coming) => (coming.get(mediaType) ?? 0) === 0;

export function inMemory(waiting: number, crowd: Crowd): Story {
  const matching = new Matching(crowd.rules);
  const [come, turn] = [chance(2), chance(3)];
  let clock = 0;
  const add = () => {
    const { piece, demand } = workOf(clock, crowd, come);
    clock += 1;
    matching.add(piece, demand.requirement);
  };
  const finishes = (agent: number) =>
    matching.setAgent(
      { id: agentName(agent), idleSince: clock, load: 0, mediaTypes: [MEDIUM], hasRoom },
      NOTHING,
    );
  for (let n = 0; n < waiting; n += 1) add();
  // Everybody is busy to begin with, as they are where work waits.
  for (let agent = 0; agent < AGENTS; agent += 1)
    matching.setAgent({ id: agentName(agent), idleSince: 0, load: 1, mediaTypes: [], hasRoom }, NOTHING);
  return {
    next() {
      add();
      finishes(turn(AGENTS));
      return matching.drain(clock)[0]?.id;
    },
  };
}

/** Looks at all that waits, each time. */
export function byScan(waiting: number, crowd: Crowd): Story {
  const [come, turn] = [chance(2), chance(3)];
  let clock = 0;
  const comes = (): Work => {
    clock += 1;
    return workOf(clock - 1, crowd, come);
  };
  const all = Array.from({ length: waiting }, comes);
  return {
    next() {
      all.push(comes());
      const levels = crowd.levels[turn(AGENTS)] as Uint8Array;
      let best = -1;
      for (let at = 0; at < all.length; at += 1) {
        const { piece, demand } = all[at] as Work;
        if ((levels[demand.skill] as number) < demand.level) continue;
        const known = all[best]?.piece;
        if (
          known === undefined ||
          piece.rank > known.rank ||
          (piece.rank === known.rank && piece.placedAt < known.placedAt)
        )
          best = at;
      }
      const found = all[best];
      if (found === undefined) return undefined;
      all[best] = all.at(-1) as Work;
      all.pop();
      return found.piece.id;
    },
  };
}
