/** What somebody may do to an agent's session now: the one source of the buttons beside an agent's name. */
import { type SessionAsk, standing } from './decide.ts';

const BY_PEOPLE = ['setReady', 'setNotReady', 'endSession'] as const;
export type SessionCommandAllowed = (typeof BY_PEOPLE)[number];

/** Commands whose rule lets this actor ask; each may still be refused for what it carries. */
export function sessionCommandsAllowed(
  ask: Pick<SessionAsk, 'session' | 'actor' | 'now' | 'centre'>,
): readonly SessionCommandAllowed[] {
  const { agentId } = ask.session;
  return BY_PEOPLE.filter((type) => standing({ ...ask, command: { type, agentId } }) === null);
}
