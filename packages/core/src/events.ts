/**
 * What happened, as it is kept for ever. An event of an interaction carries the state and version *after* it, so that
 * folding events never needs the rules of the day. Events of an agent's session tell of people, not of work.
 */

import type { SessionHappened, SessionHappenedName } from './agent/happened.ts';
import type { Happened, HappenedName } from './interaction/happened.ts';
import type { InteractionState } from './interaction/interaction.ts';
import type { Instant } from './values.ts';

interface Recorded {
  readonly at: Instant;
  /** Who: a person's id, `@router` or `@timer`. */
  readonly by: string;
  /** The version of the subject after this event. */
  readonly version: number;
}

export type InteractionEvent = {
  [K in HappenedName]: Recorded & {
    readonly subject: 'interaction';
    readonly type: K;
    readonly interactionId: string;
    /** The state after this event. */
    readonly state: InteractionState;
    readonly data: Happened[K];
  };
}[HappenedName];

export type SessionEvent = {
  [K in SessionHappenedName]: Recorded & {
    readonly subject: 'agent';
    readonly type: K;
    readonly agentId: string;
    readonly data: SessionHappened[K];
  };
}[SessionHappenedName];

export type DomainEvent = InteractionEvent | SessionEvent;
export type EventType = DomainEvent['type'];
