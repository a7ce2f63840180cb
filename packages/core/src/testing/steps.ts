/** Steps that stories begin with, and words for how they end. */
import { ROUTER } from '../actor.ts';
import type { InteractionCommands } from '../commands.ts';
import type { Decision } from '../decide.ts';
import type { EventType } from '../events.ts';
import type { RefusalCode } from '../refusals.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import type { Step } from './house.ts';

/** Logged on to every medium, and ready for all of them. */
export const ready =
  (...agents: readonly string[]): Step =>
  (house) => {
    for (const agentId of agents)
      house.given(agentId, { type: 'startSession', agentId }).given(agentId, { type: 'setReady', agentId });
  };

type Submitted = Partial<Omit<InteractionCommands['submit'], 'type' | 'interactionId'>>;

/** Work that came in: an e-mail for the Inbox, unless said otherwise. */
export const submitted =
  (interactionId = 'i1', fields: Submitted = {}): Step =>
  (house) =>
    house.given(ROUTER, {
      type: 'submit',
      interactionId,
      mediaType: 'email',
      queue: 'Inbox',
      userData: {},
      ...fields,
    });

export const invited =
  (agentId: string, interactionId = 'i1'): Step =>
  (house) =>
    house.given(ROUTER, { type: 'invite', interactionId, agentId });

/** Offered and accepted: in the agent's hands. */
export const inHands =
  (agentId: string, interactionId = 'i1'): Step =>
  (house) =>
    house
      .given(ROUTER, { type: 'invite', interactionId, agentId })
      .given(agentId, { type: 'accept', interactionId });

/** In the agent's hands, then put aside by the agent. */
export const inTray =
  (workbin: WorkbinRef, agentId = 'ana', interactionId = 'i1'): Step =>
  (house) => {
    inHands(agentId, interactionId)(house);
    house.given(agentId, { type: 'placeInWorkbin', interactionId, workbin });
  };

/** The code of the refusal, or `granted`. */
export const answerOf = (decision: Decision): RefusalCode | 'granted' =>
  decision.ok ? 'granted' : decision.refusal.code;

/** What happened; fails the test if it was refused. */
export function happenedIn(decision: Decision): readonly EventType[] {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.message}`);
  return decision.events.map(({ type }) => type);
}
