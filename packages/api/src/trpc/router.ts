/** The typed wire of Intray's own desks. Each procedure asks the desk one thing; none decides anything. */
import {
  AccessQuery,
  actorName,
  Command,
  ConfigurationChange,
  ConfigurationPage,
  FindRequest,
  InteractionId,
  LiveQuery,
  MeasuresQuery,
  Name,
  OperationRequest,
  OptionsQuery,
  PageRequest,
  RecordsQuery,
  UndoRequest,
  WorkbinRef,
} from '@intray/core';
import { z } from 'zod';
import { answered, procedure, router } from './base.ts';
import { feed } from './feed.ts';
import { historyProcedures } from './history.ts';

const Page = PageRequest.prefault({});

const Order = z
  .object({
    commandId: z.string().min(1).max(100),
    command: Command,
    expectVersion: z.number().int().min(0).optional(),
  })
  .strict();

const deskProcedures = router({
  me: procedure.query(async ({ ctx }) => answered(await ctx.desk.me(ctx.actor))),
  catalogue: procedure.query(async ({ ctx }) => answered(await ctx.desk.catalogue(ctx.actor))),
  /** A refusal is a value here: "no" is an answer to a command, not a failure of it. */
  execute: procedure.input(Order).mutation(({ ctx, input: { commandId, command, expectVersion } }) =>
    ctx.desk.execute({
      commandId,
      command,
      actor: ctx.actor,
      ...(expectVersion === undefined ? {} : { expectVersion }),
    }),
  ),
  /** Which value each option has for a person, and why. */
  options: procedure
    .input(OptionsQuery.prefault({}))
    .query(async ({ ctx, input }) => answered(await ctx.desk.options(ctx.actor, input))),
  /** Why an agent is offered nothing; the caller unless another is named. */
  explanation: procedure
    .input(z.object({ agentId: Name.optional() }).strict().prefault({}))
    .query(async ({ ctx, input }) =>
      answered(await ctx.desk.explainAgent(ctx.actor, input.agentId ?? actorName(ctx.actor))),
    ),
  /** A refusal is a value here: "nothing waits for you" is an answer. */
  pullNext: procedure.mutation(({ ctx }) => ctx.desk.pullNext(ctx.actor)),
  colleagues: procedure
    .input(z.object({ text: z.string().max(255).default(''), mediaType: Name.optional() }).strict())
    .query(async ({ ctx, input: { text, mediaType } }) =>
      answered(
        await ctx.desk.colleagues(ctx.actor, { text, ...(mediaType === undefined ? {} : { mediaType }) }),
      ),
    ),
});

const accessProcedures = router({
  /** What a person may do and what not, which role says so, and how they have that role. */
  explain: procedure
    .input(AccessQuery.prefault({}))
    .query(async ({ ctx, input }) => answered(await ctx.desk.access(ctx.actor, input))),
});

const interactionProcedures = router({
  get: procedure
    .input(z.object({ id: InteractionId }).strict())
    .query(async ({ ctx, input }) => answered(await ctx.desk.interaction(ctx.actor, input.id))),
  history: procedure
    .input(z.object({ id: InteractionId, page: Page }).strict())
    .query(async ({ ctx, input }) => answered(await ctx.desk.history(ctx.actor, input.id, input.page))),
  /** Why it is where it is, whom it is for now, and what happens next. */
  explanation: procedure
    .input(z.object({ id: InteractionId }).strict())
    .query(async ({ ctx, input }) => answered(await ctx.desk.explainInteraction(ctx.actor, input.id))),
});

const workbinProcedures = router({
  list: procedure.query(async ({ ctx }) => answered(await ctx.desk.workbins(ctx.actor))),
  content: procedure
    .input(z.object({ workbin: WorkbinRef, page: Page }).strict())
    .query(async ({ ctx, input }) =>
      answered(await ctx.desk.workbinContent(ctx.actor, input.workbin, input.page)),
    ),
});

const queueProcedures = router({
  list: procedure.query(async ({ ctx }) => answered(await ctx.desk.queues(ctx.actor))),
  content: procedure
    .input(z.object({ queue: Name, page: Page }).strict())
    .query(async ({ ctx, input }) =>
      answered(await ctx.desk.queueContent(ctx.actor, input.queue, input.page)),
    ),
});

const Version = z.number().int().min(1);

const configurationProcedures = router({
  get: procedure
    .input(z.object({ version: Version.optional() }).strict().prefault({}))
    .query(async ({ ctx, input }) => answered(await ctx.desk.configuration(ctx.actor, input.version))),
  history: procedure
    .input(ConfigurationPage.prefault({}))
    .query(async ({ ctx, input }) => answered(await ctx.desk.configurationHistory(ctx.actor, input))),
  differences: procedure
    .input(z.object({ from: Version, to: Version }).strict())
    .query(async ({ ctx, input }) =>
      answered(await ctx.desk.configurationDifferences(ctx.actor, input.from, input.to)),
    ),
  /** A refusal is a value here, as for every command. */
  change: procedure
    .input(ConfigurationChange)
    .mutation(({ ctx, input }) => ctx.desk.changeConfiguration(ctx.actor, input)),
});

const taskProcedures = router({
  operate: procedure
    .input(OperationRequest)
    .mutation(async ({ ctx, input }) => answered(await ctx.desk.operate(ctx.actor, input))),
  undo: procedure
    .input(UndoRequest)
    .mutation(async ({ ctx, input }) => answered(await ctx.desk.undo(ctx.actor, input))),
});

/** What a team lead asks of people, queues and trays as a whole. */
const oversightProcedures = router({
  board: procedure.query(async ({ ctx }) => answered(await ctx.desk.board(ctx.actor))),
  find: procedure
    .input(FindRequest)
    .query(async ({ ctx, input }) => answered(await ctx.desk.find(ctx.actor, input))),
});

const reportProcedures = router({
  live: procedure
    .input(LiveQuery.prefault({}))
    .query(async ({ ctx, input }) => answered(await ctx.desk.liveReport(ctx.actor, input))),
  measures: procedure
    .input(MeasuresQuery.prefault({}))
    .query(async ({ ctx, input }) => answered(await ctx.desk.measuresReport(ctx.actor, input))),
  records: procedure
    .input(RecordsQuery)
    .query(async ({ ctx, input }) => answered(await ctx.desk.recordsReport(ctx.actor, input))),
});

/** How the servers and the database are. */
const operationsProcedures = router({
  nodes: procedure.query(async ({ ctx }) => answered(await ctx.desk.operations(ctx.actor))),
});

/** Everything at `/trpc`. */
export const appRouter = router({
  desk: deskProcedures,
  history: historyProcedures,
  access: accessProcedures,
  interaction: interactionProcedures,
  workbins: workbinProcedures,
  queues: queueProcedures,
  configuration: configurationProcedures,
  tasks: taskProcedures,
  reports: reportProcedures,
  oversight: oversightProcedures,
  operations: operationsProcedures,
  feed,
});

export type AppRouter = typeof appRouter;
