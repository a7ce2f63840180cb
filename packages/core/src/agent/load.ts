/** What a change to an interaction does to the load of the agents who had it or have it now. */
import { holders, type Interaction } from '../interaction/interaction.ts';
import type { Instant } from '../values.ts';
import { type AgentSession, loadOf, noSession } from './session.ts';

/**
 * The sessions whose load changes, with the new load. Whoever got rid of something begins to be idle now: the longest
 * idle agent is offered work first.
 */
export function shiftLoad(
  before: Interaction,
  after: Interaction,
  session: (agentId: string) => AgentSession | undefined,
  now: Instant,
): readonly AgentSession[] {
  const had = holders(before);
  const has = holders(after);
  const shifted = (agentId: string, by: 1 | -1): AgentSession => {
    const current = session(agentId) ?? noSession(agentId);
    const load = loadOf(current, after.mediaType) + by;
    if (load < 0)
      throw new Error(`The load of ${agentId} would fall below zero: it was counted wrongly before.`);
    return {
      ...current,
      version: current.version + 1,
      load: { ...current.load, [after.mediaType]: load },
      ...(by < 0 ? { idleSince: now } : {}),
    };
  };
  return [
    ...had.filter((id) => !has.includes(id)).map((id) => shifted(id, -1)),
    ...has.filter((id) => !had.includes(id)).map((id) => shifted(id, 1)),
  ];
}
