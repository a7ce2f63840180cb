/** How the work of a queue finds its people: steps that are tried one after the other, as data. */
import { z } from 'zod';
import { FAULT_TEXTS, faultText } from '../config/fault-texts.ts';
import { SkillExpressionText } from '../config/skills.ts';
import { Name, UserDataInput } from '../values.ts';
import { WorkbinRef } from '../workbin/schema.ts';

const Seconds = z.number().int().min(1).max(31_536_000);

export const SELECTIONS = ['longestIdle', 'leastLoaded', 'bestSkill', 'roundRobin', 'percentage'] as const;
export type Selection = (typeof SELECTIONS)[number];

/** From so many seconds in the step on, this expression counts in the place of the one before. */
const Relaxation = z.object({ afterSeconds: Seconds, skills: SkillExpressionText }).strict();

const oneOf = (keys: readonly string[], value: object): boolean =>
  keys.filter((key) => (value as Record<string, unknown>)[key] !== undefined).length === 1;

const WAYS = ['agent', 'agentGroup', 'placeGroup', 'skills', 'lastAgent', 'requested'] as const;

/** Whom a step asks. Everybody whom one of its targets names may be asked. A target says one thing. */
export const RoutingTarget = z
  .object({
    agent: Name.optional(),
    /** An agent group or a virtual group. */
    agentGroup: Name.optional(),
    /** Whoever sits at one of its places. */
    placeGroup: Name.optional(),
    skills: SkillExpressionText.optional(),
    /** What is asked for instead of `skills` when nobody was found for a while. */
    relax: z.array(Relaxation).max(20).optional(),
    /** The agent noted as the contact's last one, or to whom it was to come back. They go before all others. */
    lastAgent: z.literal(true).optional(),
    /** Whom a transfer by routing asked for (`IW_RoutingBasedTargetId`, `IW_RoutingBasedTargetType`). */
    requested: z.literal(true).optional(),
    /** Of the work that is given out in this step, so much of every hundred. Only where the selection is by percentage. */
    share: z.number().int().min(1).max(100).optional(),
  })
  .strict()
  .refine((target) => oneOf(WAYS, target), faultText('one_way', { ways: WAYS.join(', ') }))
  .refine(({ skills, relax }) => relax === undefined || skills !== undefined, FAULT_TEXTS.relax_alone)
  .refine(
    ({ relax = [] }) =>
      relax.every((one, n) => n === 0 || (relax[n - 1]?.afterSeconds ?? 0) < one.afterSeconds),
    { path: ['relax'], message: FAULT_TEXTS.relax_order },
  );

/** Where work goes that is not offered any longer. */
export const Destination = z.union([
  z.object({ queue: Name }).strict(),
  z.object({ workbin: WorkbinRef }).strict(),
]);

const attachments = {
  /** Attached to the work when it is offered. */
  attach: UserDataInput.optional(),
  /** Sets of options that then hold for the work: attached as `IW_OverrideOptions`. */
  overrideSets: z.array(Name).min(1).max(50).optional(),
};

/** Asks people, or moves the work on. */
export const RoutingStep = z
  .object({
    /** The step is passed over while the calendar is not so. */
    during: z
      .object({ calendar: Name, hours: z.enum(['open', 'closed']) })
      .strict()
      .optional(),
    targets: z.array(RoutingTarget).min(1).max(50).optional(),
    /** The longest idle unless said otherwise. */
    selection: z.enum(SELECTIONS).optional(),
    /** How long it is tried before the next step. The last step has no end, whatever it says. */
    seconds: Seconds.optional(),
    /** `requested`: to the queue that a transfer by routing asked for. */
    moveTo: z.union([Destination, z.object({ requested: z.literal(true) }).strict()]).optional(),
    ...attachments,
  })
  .strict()
  .superRefine((step, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const { targets, moveTo, selection } = step;
    if (!oneOf(['targets', 'moveTo'], step)) fault([], FAULT_TEXTS.targets_or_move);
    for (const key of ['selection', 'seconds', 'attach', 'overrideSets'] as const)
      if (moveTo !== undefined && step[key] !== undefined) fault([key], FAULT_TEXTS.beside_move);
    for (const [index, { share }] of (targets ?? []).entries())
      if ((share !== undefined) !== (selection === 'percentage'))
        fault(
          ['targets', index, 'share'],
          share === undefined ? FAULT_TEXTS.share_missing : FAULT_TEXTS.share_alone,
        );
  });

export const Strategy = z
  .object({
    id: Name,
    name: Name,
    /** What counts besides the work's own priority: a constant, and points that come evenly with the time it waits. */
    priority: z
      .object({
        add: z.number().int().min(-1_000_000).max(1_000_000).optional(),
        growth: z
          .object({ points: z.number().int().min(1).max(1_000_000), everySeconds: Seconds })
          .strict()
          .optional(),
      })
      .strict()
      .optional(),
    /** Work that has waited for so long, or that comes when so many wait already, goes elsewhere. */
    overflow: z
      .object({
        olderThanSeconds: Seconds.optional(),
        longerThan: z.number().int().min(1).max(10_000_000).optional(),
        to: Destination,
      })
      .strict()
      .refine(
        ({ olderThanSeconds, longerThan }) => olderThanSeconds !== undefined || longerThan !== undefined,
        FAULT_TEXTS.overflow_when,
      )
      .optional(),
    ...attachments,
    steps: z.array(RoutingStep).min(1).max(50),
  })
  .strict();

export type RoutingTarget = Readonly<z.infer<typeof RoutingTarget>>;
export type Destination = Readonly<z.infer<typeof Destination>>;
export type RoutingStep = Readonly<z.infer<typeof RoutingStep>>;
export type Strategy = Readonly<z.infer<typeof Strategy>>;

/** Every queue or tray that it moves work to by itself, with where it says so. */
export function destinationsOf({ steps, overflow }: Strategy): readonly {
  readonly path: readonly (string | number)[];
  readonly to: Destination;
}[] {
  return [
    ...(overflow === undefined ? [] : [{ path: ['overflow', 'to'], to: overflow.to }]),
    ...steps.flatMap((step, index) =>
      step.moveTo !== undefined && !('requested' in step.moveTo)
        ? [{ path: ['steps', index, 'moveTo'], to: step.moveTo }]
        : [],
    ),
  ];
}
