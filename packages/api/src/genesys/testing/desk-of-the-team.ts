/** A running server with a team that is logged on, and short ways to bring work to them. */
import { type ContactCentreConfig, type Desk, type InteractionState, ROUTER, user } from '@intray/core';
import type { ServerOptions } from '../../server/options.ts';
import { DEMO_CENTRE } from '../../testing/demo-centre.ts';
import { memoryDesk } from '../../testing/memory-desk.ts';
import { type RunningServer, runServer } from '../../testing/running-server.ts';
import { type Caller, caller } from './caller.ts';

/** The demo centre with every kind of workbin and a chat. */
export const TEAM_CENTRE: ContactCentreConfig = {
  ...DEMO_CENTRE,
  agentGroups: [
    ...DEMO_CENTRE.agentGroups,
    { id: 'Others', name: 'Others', members: ['agent3'], supervisors: [] },
  ],
  placeGroups: [{ id: 'Floor', name: 'Floor', places: ['Place agent1', 'Place agent2'] }],
  queues: [...DEMO_CENTRE.queues, { id: 'Back', name: 'Back office', agentGroups: ['Others'] }],
  mediaTypes: [...DEMO_CENTRE.mediaTypes, { id: 'chat', name: 'Chat', capacity: 2 }],
  workbinTypes: [
    ...DEMO_CENTRE.workbinTypes,
    { id: 'place.tray', name: 'Tray', ownerKind: 'Place' },
    { id: 'floor.tray', name: 'Floor tray', ownerKind: 'PlaceGroup' },
    { id: 'small', name: 'Small', ownerKind: 'Agent', limit: 1 },
    { id: 'mail', name: 'Mail only', ownerKind: 'Agent', mediaTypes: ['email'] },
  ],
};

export interface Team extends AsyncDisposable {
  readonly server: RunningServer;
  readonly desk: Desk;
  /** Calls of a person. */
  as(userName: string): Caller;
  /** Work that waits in the Inbox. */
  submitted(fields?: {
    mediaType?: string;
    userData?: Record<string, number | string>;
    queue?: string;
  }): Promise<string>;
  /** Work in an agent's hands, by an offer of the router. */
  inHands(agentId: string, fields?: { mediaType?: string }): Promise<string>;
  /** Work in an agent's own tray. */
  inTray(agentId: string, type?: string): Promise<string>;
  state(id: string): Promise<InteractionState>;
  version(id: string): Promise<number>;
}

/** @param online who is logged on to every medium and ready */
export async function team(
  options: Partial<ServerOptions> = {},
  online: readonly string[] = ['agent1', 'agent2', 'lead1'],
): Promise<Team> {
  const desk = options.desk ?? memoryDesk({ config: TEAM_CENTRE });
  const server = await runServer({ ...options, desk });
  const must = async (promise: ReturnType<Desk['execute']>) => {
    const outcome = await promise;
    if (!outcome.ok) throw new Error(outcome.refusal.message);
  };
  for (const agentId of online) {
    await must(desk.execute({ actor: user(agentId), command: { type: 'startSession', agentId } }));
    await must(desk.execute({ actor: user(agentId), command: { type: 'setReady', agentId } }));
  }
  let count = 0;
  const submitted: Team['submitted'] = async ({
    mediaType = 'workitem',
    userData = {},
    queue = 'Inbox',
  } = {}) => {
    count += 1;
    const interactionId = `WORK${String(count).padStart(12, '0')}`;
    await must(
      desk.execute({
        actor: user('admin1'),
        command: { type: 'submit', interactionId, mediaType, queue, userData },
      }),
    );
    return interactionId;
  };
  const inHands: Team['inHands'] = async (agentId, fields) => {
    const interactionId = await submitted(fields);
    await must(desk.execute({ actor: ROUTER, command: { type: 'invite', interactionId, agentId } }));
    await must(desk.execute({ actor: user(agentId), command: { type: 'accept', interactionId } }));
    return interactionId;
  };
  const look = async (id: string) => {
    const answer = await desk.interaction(user('admin1'), id);
    if (!answer.ok) throw new Error(answer.refusal.message);
    return answer.value.interaction;
  };
  return {
    server,
    desk,
    as: (userName) => caller(server.url, userName),
    submitted,
    inHands,
    async inTray(agentId, type = 'workitem.in-progress') {
      const interactionId = await inHands(agentId);
      const workbin = { type, owner: { kind: 'Agent', id: agentId } } as const;
      await must(
        desk.execute({ actor: user(agentId), command: { type: 'placeInWorkbin', interactionId, workbin } }),
      );
      return interactionId;
    },
    state: async (id) => (await look(id)).state,
    version: async (id) => (await look(id)).version,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
