/** Operations on tasks: on one or many, by id, by the id of their source, or by what waits in a queue. */
import { OperationRequest, UndoRequest } from '@intray/core';
import { OperationReportAnswer } from '../answers/tasks.ts';
import { replyWith, route } from './route.ts';

export const taskRoutes = [
  route({
    method: 'POST',
    path: '/tasks/operations',
    summary:
      'Holds, resumes, cancels, restarts, ranks or updates up to 200 pieces of work: {operation, items | select, dryRun}.',
    body: OperationRequest.meta({ id: 'OperationRequest', description: 'What to do, and to which work.' }),
    answer: OperationReportAnswer,
    handle: async ({ desk, actor, body, commandId }) => replyWith(await desk.operate(actor, body, commandId)),
  }),
  route({
    method: 'POST',
    path: '/tasks/undo',
    summary:
      'Takes back what was done, with the steps that the report gave; what has changed since stays as it is.',
    body: UndoRequest.meta({ id: 'UndoRequest', description: 'Steps of an operation report.' }),
    answer: OperationReportAnswer,
    handle: async ({ desk, actor, body, commandId }) => replyWith(await desk.undo(actor, body, commandId)),
  }),
];
