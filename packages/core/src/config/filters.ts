/** Views of work that a team lead looks through: which work, in which columns. */
import { z } from 'zod';
import { Name, text } from '../values.ts';

export const Filter = z
  .object({
    id: Name,
    name: Name,
    category: Name.optional(),
    /** As the programs that use it write it: `MediaType='email' AND _age()<259200`. */
    condition: text(4_000),
    columns: z.array(Name).max(100),
    /** Only work of these queues; of all if left out. */
    queues: z.array(Name).max(1_000).optional(),
    annex: z.record(text(255), z.string().max(10_000)).optional(),
  })
  .strict();

export type Filter = Readonly<z.infer<typeof Filter>>;
