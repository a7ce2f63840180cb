/**
 * How much an agent may have at once where a figure for each medium does not say enough: media together, and one way or
 * another ("one chat and nothing else, or five e-mails and work items together").
 */
import { z } from 'zod';
import { Name } from '../values.ts';

/** So many of these media together; of all media together if none is named. */
export const CapacityLimit = z
  .object({
    mediaTypes: z.array(Name).min(1).max(100).optional(),
    atMost: z.number().int().min(0).max(1_000_000),
  })
  .strict();

/** One way in which an agent may be busy: every limit holds. */
export const CapacityAlternative = z.object({ allOf: z.array(CapacityLimit).min(1).max(100) }).strict();

/** At least one of the alternatives holds. Counts only in addition to the figures of agents and media types. */
export const CapacityRule = z
  .object({ id: Name, name: Name, anyOf: z.array(CapacityAlternative).min(1).max(20) })
  .strict();

export type CapacityRule = Readonly<z.infer<typeof CapacityRule>>;
type CapacityLimit = Readonly<z.infer<typeof CapacityLimit>>;

/** Media type → how many. */
type Load = ReadonlyMap<string, number>;

const counts = ({ mediaTypes }: CapacityLimit, mediaType: string): boolean =>
  mediaTypes === undefined || mediaTypes.includes(mediaType);

const left = (limit: CapacityLimit, load: Load): number =>
  limit.atMost - [...load].reduce((sum, [mediaType, n]) => (counts(limit, mediaType) ? sum + n : sum), 0);

/** How many more of a medium the rule lets in on top of a load. */
export function roomUnder(rule: CapacityRule, mediaType: string, load: Load): number {
  const rooms = rule.anyOf.map(({ allOf }) => {
    // Somebody who already has more than this way of being busy allows cannot become busy in this way.
    if (allOf.some((limit) => left(limit, load) < 0)) return 0;
    const concerned = allOf.filter((limit) => counts(limit, mediaType));
    return Math.min(Number.POSITIVE_INFINITY, ...concerned.map((limit) => left(limit, load)));
  });
  return Math.max(...rooms);
}
