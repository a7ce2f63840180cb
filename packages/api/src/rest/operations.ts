/** What an operator asks. For those who hold the privilege for it. */
import { OperationsAnswer } from '../answers/operations.ts';
import { replyWith, route } from './route.ts';

export const operationsRoutes = [
  route({
    method: 'GET',
    path: '/operations/nodes',
    summary: 'The server processes, the database and what goes between them, as they last said.',
    answer: OperationsAnswer,
    handle: async ({ desk, actor }) => replyWith(await desk.operations(actor)),
  }),
];
