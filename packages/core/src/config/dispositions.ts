/** How work ended. Dispositions form trees: what stands above others is a heading, and the others are chosen. */
import { z } from 'zod';
import { Name } from '../values.ts';
import type { BusinessAttribute } from './business-attributes.ts';

export const Disposition = z
  .object({
    id: Name,
    name: Name,
    /** The heading it stands below. */
    parent: Name.optional(),
  })
  .strict();

export type Disposition = Readonly<z.infer<typeof Disposition>>;

/** Dispositions that belong together, headings among them, indexed. */
export interface DispositionTree {
  readonly list: readonly Disposition[];
  readonly byId: ReadonlyMap<string, Disposition>;
  /** Ids of those that have others below them. */
  readonly headings: ReadonlySet<string>;
}

export const treeOf = (list: readonly Disposition[]): DispositionTree => ({
  list,
  byId: new Map(list.map((one) => [one.id, one])),
  headings: new Set(list.flatMap(({ parent }) => parent ?? [])),
});

/** Business attribute → its values, to be chosen as dispositions. */
export const treesOf = (attributes: readonly BusinessAttribute[]): ReadonlyMap<string, DispositionTree> =>
  new Map(
    attributes.map(({ id, values }) => [
      id,
      treeOf(
        values.map(({ id, name, parent }) => ({ id, name, ...(parent === undefined ? {} : { parent }) })),
      ),
    ]),
  );
