/** What the screens of those who watch over others need of a server. */
import type {
  AgentExplanation,
  Board,
  FindRequest,
  Found,
  InteractionExplanation,
  LiveLine,
  LiveQuery,
  MeasuresLine,
  MeasuresQuery,
  OperationReport,
  OperationRequest,
  UndoStep,
} from '@intray/core';

/** A request as a screen writes it: what has a usual value may be left out. */
export type FindAsked = Omit<FindRequest, 'limit' | 'keys'> & Partial<Pick<FindRequest, 'limit' | 'keys'>>;

/** Questions reject as those of `DeskPort` do. */
export interface OversightPort {
  board(): Promise<Board>;
  find(request: FindAsked): Promise<Found>;
  operate(request: OperationRequest): Promise<OperationReport>;
  undoOperation(steps: readonly UndoStep[]): Promise<OperationReport>;
  explainInteraction(id: string): Promise<InteractionExplanation>;
  explainAgent(agentId: string): Promise<AgentExplanation>;
  liveReport(query: LiveQuery): Promise<readonly LiveLine[]>;
  measuresReport(query: MeasuresQuery): Promise<readonly MeasuresLine[]>;
}
