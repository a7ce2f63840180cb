/** A contact centre with a capture point, for stories about tasks. */

import type { InteractionCommands } from '../commands.ts';
import type { ContactCentreConfig } from '../config/objects.ts';
import type { TaskRule } from '../rules/task-rule.ts';
import { CONFIG, centreWith } from './centre.ts';
import { givenIn, type House, type Step } from './house.ts';
import { submitted } from './steps.ts';

/** Whatever comes to the queue `Door` is a task. Departments City (Repairs in Orders, Noise) and Closed (Old). */
export const STRUCTURE = {
  queues: [...CONFIG.queues, { id: 'Door', name: 'Door', agentGroups: ['Claims'] }],
  departments: [
    { id: 'City', name: 'City' },
    { id: 'Closed', name: 'Closed', until: '2020-01-01T00:00:00Z' },
  ],
  processes: [
    { id: 'Repairs', name: 'Repairs', department: 'City', queue: 'Orders' },
    { id: 'Noise', name: 'Noise', department: 'City' },
    { id: 'Old', name: 'Old', department: 'Closed' },
    { id: 'Past', name: 'Past', department: 'City', until: '2020-01-01T00:00:00Z' },
  ],
  capturePoints: [
    { id: 'Web', name: 'Web', queues: ['Door'], keys: { channel: 'Channel' } },
    { id: 'Files', name: 'Files', queues: [] },
  ],
} as const satisfies Partial<ContactCentreConfig>;

export type Rule = Omit<TaskRule, 'name'>;

/** A contact centre with these rules, in which the steps have happened. */
export const givenRules = (rules: readonly Rule[], ...steps: readonly Step[]): House =>
  givenIn(
    centreWith(
      {},
      {
        ...STRUCTURE,
        queues: [...STRUCTURE.queues],
        departments: [...STRUCTURE.departments],
        processes: [...STRUCTURE.processes],
        capturePoints: STRUCTURE.capturePoints.map((point) => ({ ...point, queues: [...point.queues] })),
        taskRules: rules.map((rule) => ({ ...rule, name: rule.id })),
      },
    ),
    ...steps,
  );

type Fields = Partial<Omit<InteractionCommands['submit'], 'type' | 'interactionId'>>;

/** A task that came to the door. */
export const came = (fields: Fields = {}, id = 'i1'): Step => submitted(id, { queue: 'Door', ...fields });

/** Sorts everything into one process. */
export const sortInto = (process: string): Rule => ({
  id: `sort into ${process}`,
  phase: 'classification',
  do: [{ action: 'setProcess', value: process }],
});
