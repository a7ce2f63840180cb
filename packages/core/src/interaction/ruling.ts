/** Checks on applying the rules of task distribution, and what comes of it. */
import type { InteractionCommands } from '../commands.ts';
import { refuse } from '../refusals.ts';
import { applyRules, type RulesOutcome, type RulesResult } from '../rules/apply.ts';
import { rulesDueAt, type Task } from '../rules/task.ts';
import type { TaskFields } from '../rules/task-fields.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import { queueMeant } from './queue-meant.ts';
import type { StandingCheck } from './standing.ts';

type ApplyRules = Ask<InteractionCommands['applyRules']>;

const notATask = () =>
  refuse(
    'not_a_task',
    'It came in through no capture point, so there are no rules for it. Submit it at a capture point.',
  );

/** It came in through a capture point. */
export const isTask: StandingCheck = ({ interaction }) =>
  interaction.task === undefined ? notATask() : null;

/** It is held because a rule failed. */
export const isHeldByError: StandingCheck = ({ interaction }) =>
  interaction.task?.error !== undefined
    ? null
    : refuse('not_permitted', 'It was held by a person. A team lead may resume it.');

/** A deadline does nothing early; people may. */
export const rulesAreDue = ({ actor, interaction: { task }, now }: ApplyRules): Verdict => {
  const at = rulesDueAt(task);
  return actor.kind !== 'timer' || (at !== undefined && at <= now)
    ? null
    : refuse('not_due', 'It is not time to apply the rules yet.', at === undefined ? {} : { at });
};

export const isTimeToRetry = ({
  actor,
  interaction: { task },
  now,
}: Ask<InteractionCommands['resume']>): Verdict =>
  actor.kind !== 'timer' || now >= (task?.error?.retryAt ?? now)
    ? null
    : refuse('not_due', 'It is not time to try again yet.', { at: task?.error?.retryAt ?? now });

/** The rules are asked once for one ask, however many ways out of it are looked at. */
const answered = new WeakMap<object, RulesOutcome>();

/** Only `isTask` knows what is none; everything else here gives an answer for any interaction. */
const NOWHERE: Task = { capturePoint: '' };

/** What comes of applying the rules now. */
export function outcomeOf(ask: Standing): RulesOutcome {
  const { interaction, now, centre } = ask;
  const task = interaction.task ?? NOWHERE;
  const outcome = answered.get(ask) ?? applyRules(interaction, task, now, centre.rules);
  answered.set(ask, outcome);
  return outcome;
}

/** By the rules it comes to this end. */
export const rulesComeTo =
  (kind: RulesOutcome['kind']) =>
  (ask: ApplyRules): Verdict =>
    outcomeOf(ask).kind === kind ? null : refuse('not_due', 'By the rules it comes to another end.');

/** What the rules changed. */
export function resultOf(ask: Standing): RulesResult {
  const outcome = outcomeOf(ask);
  return 'result' in outcome ? outcome.result : { task: outcome.task, rules: [] };
}

/** The capture point at which a submission comes in, and what its source says of the task; `undefined`: at none. */
export function captured(ask: Ask<InteractionCommands['submit']>): Task | undefined {
  const { command, centre } = ask;
  const queue = queueMeant(ask);
  const capturePoint =
    command.capturePoint ?? (queue === undefined ? undefined : centre.rules.captures.get(queue));
  if (capturePoint === undefined) return undefined;
  return { capturePoint, ...given(command.task) };
}

const given = (task: TaskFields | undefined) =>
  Object.fromEntries(Object.entries(task ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof TaskFields]?: Exclude<TaskFields[K], undefined>;
  };

/** The fields of a task that an update names. */
export const updatedTask = given;

/** Department and process are configured; fields of a task are for tasks. */
export function taskFits(
  ask: Ask<InteractionCommands['submit'] | InteractionCommands['updateProperties']>,
): Verdict {
  const { command, centre, interaction } = ask;
  if (command.type === 'submit') {
    const { capturePoint } = command;
    if (capturePoint !== undefined && !centre.rules.capturePoints.has(capturePoint))
      return refuse('capture_point_unknown', `There is no capture point "${capturePoint}".`, {
        capturePoint,
      });
  }
  if (command.task === undefined) return null;
  const isOne =
    command.type === 'submit' ? captured({ ...ask, command }) !== undefined : interaction.task !== undefined;
  if (!isOne) return notATask();
  const { process, department } = command.task;
  if (process !== undefined && !centre.rules.processes.has(process))
    return refuse('process_unknown', `There is no process "${process}".`, { process });
  if (department !== undefined && !centre.rules.departments.has(department))
    return refuse('process_unknown', `There is no department "${department}".`, { department });
  return null;
}
