/** Lists of work, slice by slice. */
import { z } from 'zod';
import type { Interaction } from './interaction/interaction.ts';
import { type Json, UserDataKey } from './values.ts';

/** A slice of a list. `after` is the `next` of the slice before; `keys` are attached keys to bring along. */
export const PageRequest = z
  .object({
    limit: z.number().int().min(1).max(200).default(50),
    after: z.string().max(200).optional(),
    order: z.enum(['oldest', 'newest']).default('oldest'),
    keys: z.array(UserDataKey).max(20).default(['Subject', 'From']),
  })
  .strict();
export type PageRequest = z.infer<typeof PageRequest>;

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next slice begins; absent at the end. */
  readonly next?: string;
}

/** What a line in a list leaves out. */
type KeptFromLines =
  | 'userData'
  | 'exclusions'
  | 'handleUntil'
  | 'pulledFrom'
  | 'placement'
  | 'delivery'
  | 'deliveredAt';

/** An interaction as a line in a list: no attached data but the keys that were asked for. */
export interface InteractionLine extends Omit<Interaction, KeptFromLines> {
  readonly data: Readonly<Record<string, Json>>;
}
