/** A business rule: conditions and what to do where they hold, one by one or as a table. */
import { z } from 'zod';
import { FAULT_TEXTS } from '../config/fault-texts.ts';
import { Name } from '../values.ts';
import { Action, deedFault } from './actions.ts';
import { Condition } from './conditions.ts';
import { DecisionTable } from './decision-table.ts';
import { PHASES } from './task.ts';

/** Which work it is for. Rules of a wider level come first. */
const For = z
  .object({ department: Name.optional(), process: Name.optional(), capturePoint: Name.optional() })
  .strict()
  .refine(
    (of) => Object.values(of).filter((name) => name !== undefined).length === 1,
    FAULT_TEXTS.level_of_rule,
  );

export const TaskRule = z
  .object({
    id: Name,
    name: Name,
    phase: z.enum(PHASES),
    /** Everything, if it is left out. */
    for: For.optional(),
    /** Kept, and not applied. */
    disabled: z.literal(true).optional(),
    /** Where it has done something, the rules after it at its level are passed over. */
    last: z.literal(true).optional(),
    /** All of them must hold; without conditions it always does. */
    when: z.array(Condition).max(100).optional(),
    do: z.array(Action).min(1).max(100).optional(),
    /** In the place of `when` and `do`. */
    table: DecisionTable.optional(),
  })
  .strict()
  .superRefine(({ phase, when, do: actions, table }, context) => {
    const report = (path: (string | number)[], message: string | undefined) => {
      if (message !== undefined) context.addIssue({ code: 'custom', path, message });
    };
    if ((table === undefined) === (actions === undefined)) report(['do'], FAULT_TEXTS.do_or_table);
    if (table !== undefined && when !== undefined) report(['when'], FAULT_TEXTS.when_beside_table);
    for (const [index, action] of (actions ?? []).entries())
      report(['do', index, 'action'], deedFault(action, phase));
    for (const [index, column] of (table?.do ?? []).entries())
      report(['table', 'do', index, 'action'], deedFault(column, phase));
  });
export type TaskRule = Readonly<z.infer<typeof TaskRule>>;
