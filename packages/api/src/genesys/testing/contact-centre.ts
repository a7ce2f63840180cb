/** A contact centre with every medium and every kind of workbin, and one person for each way to stand to a piece of work. */
import { type Command, type ContactCentreConfig, type Desk, type Outcome, user } from '@intray/core';
import { TEAM_CENTRE } from './desk-of-the-team.ts';

const MEDIA = ['facebook', 'twitter', 'facebooksession', 'openmedia'];

export const EVERY_MEDIUM: ContactCentreConfig = {
  ...TEAM_CENTRE,
  // Nobody is to be lost between two requests, on however slow a machine.
  settings: { ...TEAM_CENTRE.settings, leaseSeconds: 600 },
  mediaTypes: [
    ...TEAM_CENTRE.mediaTypes.map((type) => ({ ...type, capacity: 1_000 })),
    ...MEDIA.map((id) => ({ id, name: id, capacity: 1_000 })),
  ],
};

/** Who asks about what is agent1's. */
export const ROLES = {
  owner: 'agent1',
  'colleague of the group': 'agent2',
  'agent of another group': 'agent3',
  supervisor: 'lead1',
  administrator: 'admin1',
  'person without a role': 'outsider',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** Attached to a piece of work. Whoever may not look at it must not find this in an answer. */
export const secretOf = (id: string): string => `the-customer-of-${id}-said-so`;

/** Where a piece of work stands. */
export const PLACES = ['in hand', 'in the own workbin', 'in the workbin of the group'] as const;
export type Place = (typeof PLACES)[number];

export interface Centre {
  readonly desk: Desk;
  /** New work of agent1, in a place. */
  work(place: Place, mediaType: string): Promise<string>;
  /** Everything that has happened so far, as a mark: the same mark means that nothing did. */
  mark(): Promise<string>;
}

const OWN = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: ROLES.owner } } as const;
const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } as const;

/** Of a desk that keeps nothing but its feed. */
const cursorOf = (desk: Desk) => async (): Promise<string> => {
  const answer = await desk.me(user(ROLES.administrator));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value.cursor;
};

/**
 * Has everybody logged on who may, and nobody ready: work comes only where it is put.
 * @param mark how to tell that nothing is different, where more is kept than a feed
 */
export async function openCentre(desk: Desk, mark: Centre['mark'] = cursorOf(desk)): Promise<Centre> {
  const give = async (userName: string, command: Command): Promise<Outcome> => {
    const outcome = await desk.execute({ actor: user(userName), command });
    if (!outcome.ok) throw new Error(`${command.type} of ${userName}: ${outcome.refusal.message}`);
    return outcome;
  };
  for (const agentId of Object.values(ROLES))
    if (agentId !== ROLES['person without a role']) await give(agentId, { type: 'startSession', agentId });
  let count = 0;
  return {
    desk,
    async work(place, mediaType) {
      count += 1;
      const interactionId = `WORK${String(count).padStart(12, '0')}`;
      const userData = { secret: secretOf(interactionId) };
      await give(ROLES.owner, {
        type: 'submit',
        interactionId,
        mediaType,
        queue: 'Inbox',
        userData,
        take: true,
      });
      if (place !== 'in hand')
        await give(ROLES.owner, {
          type: 'placeInWorkbin',
          interactionId,
          workbin: place === 'in the own workbin' ? OWN : SHARED,
        });
      return interactionId;
    },
    mark,
  };
}
