/** Where the window stood, and whether one can still see it there. */
import { z } from 'zod';
import type { Bounds } from './facade.ts';

const Coordinate = z.number().int().min(-100_000).max(100_000);
const Size = z.number().int().min(200).max(100_000);

export const WindowPlace = z
  .object({
    bounds: z.object({ x: Coordinate, y: Coordinate, width: Size, height: Size }).strict(),
    maximized: z.boolean(),
  })
  .strict();
export type WindowPlace = z.infer<typeof WindowPlace>;

export const FIRST_SIZE = { width: 1_360, height: 860 };
/** So much of the title bar must be on a screen for a hand to get hold of it. */
const GRIP = { width: 120, height: 40 };

const overlap = (from: number, to: number, otherFrom: number, otherTo: number) =>
  Math.min(to, otherTo) - Math.max(from, otherFrom);

/** The bounds to open with: as kept, or where they fit on a screen that is there today. */
export function placeOn(
  kept: WindowPlace | undefined,
  areas: readonly Bounds[],
): Partial<Bounds> & typeof FIRST_SIZE {
  if (kept === undefined) return FIRST_SIZE;
  const { bounds } = kept;
  const seen = areas.some(
    (area) =>
      overlap(bounds.x, bounds.x + bounds.width, area.x, area.x + area.width) >= GRIP.width &&
      overlap(bounds.y, bounds.y + GRIP.height, area.y, area.y + area.height) >= GRIP.height,
  );
  if (seen) return bounds;
  const [first] = areas;
  if (first === undefined) return FIRST_SIZE;
  return { width: Math.min(bounds.width, first.width), height: Math.min(bounds.height, first.height) };
}
