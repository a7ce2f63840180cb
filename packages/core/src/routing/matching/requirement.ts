/** What waiting work asks of people. Work that asks for the same waits in one place, whichever queue it is in. */
import type { Asked } from '../route.ts';
import type { Selection } from '../strategy.ts';

export interface Requirement {
  /** The same for the same requirement, and only for that. */
  readonly key: string;
  readonly mediaType: string;
  readonly asked: readonly Asked[];
  readonly selection: Selection;
  /** Points of priority a millisecond. */
  readonly growth: number;
  /** Asked for by single pieces of work rather than by the configuration: not kept when nothing waits for it. */
  readonly passing: boolean;
}

export function requirementOf(of: Omit<Requirement, 'key'>): Requirement {
  const asked = of.asked.map(({ kind, id, share }) => [kind, id, share ?? 0]);
  return { ...of, key: JSON.stringify([of.mediaType, of.selection, of.growth, of.passing, asked]) };
}
