/** The port of those who watch over others, over Intray's own wire. */
import type { IntrayClient } from '@intray/api/client';
import type { OversightPort } from './oversight-port.ts';

type Asking = <T>(answer: Promise<T>) => Promise<T>;

/** @param asked puts what went wrong into the desk's words */
export const oversightOver = ({ trpc }: Pick<IntrayClient, 'trpc'>, asked: Asking): OversightPort => ({
  board: () => asked(trpc.oversight.board.query()),
  find: (request) => asked(trpc.oversight.find.query(request)),
  operate: (request) => asked(trpc.tasks.operate.mutate(request)),
  undoOperation: (steps) => asked(trpc.tasks.undo.mutate({ steps: [...steps] })),
  explainInteraction: (id) => asked(trpc.interaction.explanation.query({ id })),
  explainAgent: (agentId) => asked(trpc.desk.explanation.query({ agentId })),
  liveReport: (query) => asked(trpc.reports.live.query(query)),
  measuresReport: (query) => asked(trpc.reports.measures.query(query)),
});
