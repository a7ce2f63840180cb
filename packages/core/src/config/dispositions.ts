/** How work ended. Dispositions form trees: what stands above others is a heading, and the others are chosen. */
import { z } from 'zod';
import { Name } from '../values.ts';

export const Disposition = z
  .object({
    id: Name,
    name: Name,
    /** The heading it stands below. */
    parent: Name.optional(),
  })
  .strict();

export type Disposition = Readonly<z.infer<typeof Disposition>>;

/** Ids of those that have others below them. */
export const headingsOf = (dispositions: readonly Disposition[]): ReadonlySet<string> =>
  new Set(dispositions.flatMap(({ parent }) => parent ?? []));
