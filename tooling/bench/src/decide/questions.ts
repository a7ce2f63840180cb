/** Decisions as they are asked for most: accept an offer, place work in a tray, pull it out again. */
import {
  type AgentSession,
  type Command,
  contactCentre,
  decide,
  type Interaction,
  type InteractionCommand,
  ROUTER,
  type Situation,
  type Standing,
  user,
} from '@intray/core';
import { agentId, benchCentre, MEDIA_TYPE, QUEUE, trayOf, USER_DATA } from '../house/centre.ts';

export interface Question {
  readonly situation: Situation;
  readonly command: InteractionCommand;
  /** The same for the machine: what its guards may look at. */
  readonly standing: Standing;
  readonly interaction: Interaction;
}

const ID = 'BENCH00000000001';
const NOW = 1_800_000_000_000;

/** Decides its way through the life of one interaction and keeps the situations that are worth measuring. */
export function questions(): readonly Question[] {
  const centre = contactCentre(benchCentre(8));
  const agent = agentId(0);
  const actor = user(agent);
  const sessions = new Map<string, AgentSession>();
  const session = (id: string) => sessions.get(id);
  const resting = () => 3;
  let interaction: Interaction | undefined;
  const asked: Question[] = [];

  function step(command: Command, by = actor as typeof actor | typeof ROUTER): void {
    const situation: Situation = { interaction, session, resting, now: NOW, centre };
    const decision = decide(situation, command, by);
    if (!decision.ok) throw new Error(`Core refused "${command.type}": ${decision.refusal.message}`);
    if (interaction !== undefined && by === actor && 'interactionId' in command)
      asked.push({
        // Frozen in time: a session that changes later must not change what is measured.
        situation: { ...situation, session: frozen(sessions) },
        command,
        standing: { interaction, actor: by, now: NOW, centre, session: frozen(sessions), resting },
        interaction,
      });
    interaction = decision.interaction ?? interaction;
    for (const changed of decision.sessions) sessions.set(changed.agentId, changed);
  }

  step({ type: 'startSession', agentId: agent, channels: [{ mediaType: MEDIA_TYPE, ready: true }] });
  step({ type: 'submit', interactionId: ID, mediaType: MEDIA_TYPE, queue: QUEUE, userData: USER_DATA });
  step({ type: 'invite', interactionId: ID, agentId: agent }, ROUTER);
  step({ type: 'accept', interactionId: ID });
  step({ type: 'placeInWorkbin', interactionId: ID, workbin: trayOf(agent) });
  step({ type: 'pull', interactionId: ID });
  return asked;
}

function frozen(sessions: ReadonlyMap<string, AgentSession>): (id: string) => AgentSession | undefined {
  const copy = new Map(sessions);
  return (id) => copy.get(id);
}
