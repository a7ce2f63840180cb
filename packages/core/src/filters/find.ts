/** Looking through the work one watches over. */
import { z } from 'zod';
import { type InteractionLine, type Page, PageRequest } from '../lines.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { Name, text } from '../values.ts';
import { WorkbinRef } from '../workbin/schema.ts';
import type { FilterCondition } from './condition.ts';
import { parseCondition } from './parse.ts';

/** More places are not named at once. */
const MOST_PLACES = 1_000;

export const FindRequest = z
  .object({
    /** In the queues one watches over, or in the trays of one's team. */
    among: z.enum(['queues', 'workbins']),
    /** Only these; all if left out. */
    queues: z.array(Name).max(MOST_PLACES).optional(),
    workbins: z.array(WorkbinRef).max(MOST_PLACES).optional(),
    /** Everything if left out. */
    condition: text(4_000).optional(),
    limit: PageRequest.shape.limit,
    after: z.string().max(1_500).optional(),
    keys: PageRequest.shape.keys,
  })
  .strict();
export type FindRequest = Readonly<z.infer<typeof FindRequest>>;

export interface Found extends Page<InteractionLine> {
  /** How many pieces were looked at for this answer. It may find nothing and still have a `next`. */
  readonly looked: number;
}

/** Work among so many pieces is found by one question; whoever has more goes on from `next`. */
export const MOST_LOOKED = 2_000;

/** What a request asks of each piece of work; `undefined`: nothing. */
export function conditionOf(
  request: Pick<FindRequest, 'condition'>,
):
  | { readonly ok: true; readonly condition?: FilterCondition }
  | { readonly ok: false; readonly refusal: Refusal } {
  if (request.condition === undefined) return { ok: true };
  const parsed = parseCondition(request.condition);
  if (parsed.ok) return { ok: true, condition: parsed.condition };
  const { at, expected } = parsed;
  return {
    ok: false,
    refusal: refuse(
      'condition_unclear',
      `The condition can’t be understood at character ${at + 1}: expected ${expected}.`,
      { at, expected },
    ),
  };
}
