/** What tables of commands are written with: situations, and how a command is said on this wire. */
import { type Command, ROUTER, user } from '@intray/core';
import { workbinId } from '../addresses.ts';
import type { Team } from './desk-of-the-team.ts';

export type Wish = Command;
export type Words = readonly [path: string, body: Readonly<Record<string, unknown>>];

export interface Row {
  readonly kind: 'interaction' | 'session';
  /** Who gives it. */
  readonly who: string;
  /** Brings about the situation, and answers the id of the interaction. */
  readonly begin: (t: Team) => Promise<string>;
  readonly wish: (id: string) => Wish;
  /** `{id}` is the interaction's, `{bin}` the address of the caller's workbin for work items. Or why it is not here. */
  readonly v2: readonly Words[] | string;
  /** Somebody who may not. */
  readonly refusedTo?: string;
  /** What everybody is answered, if not success. */
  readonly answers?: number;
  /** Makes the situation undone. */
  readonly end?: (t: Team) => Promise<void>;
}

let count = 0;
export const anId = async () => {
  count += 1;
  return `FRESH${String(count).padStart(11, '0')}`;
};
export const hands = (t: Team) => t.inHands('agent1');
export const tray = (t: Team) => t.inTray('agent1');

export async function give(t: Team, by: string, command: Command): Promise<void> {
  const outcome = await t.desk.execute({ actor: by === 'router' ? ROUTER : user(by), command });
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.message}`);
}
export const afterwards =
  (begin: Row['begin'], by: string, command: (id: string) => Command) => async (t: Team) => {
    const interactionId = await begin(t);
    await give(t, by, command(interactionId));
    return interactionId;
  };
export const waiting = (t: Team) => t.submitted();
/** Came in through a capture point. */
export const task = async (t: Team) => {
  const interactionId = await anId();
  await give(t, 'agent1', {
    type: 'submit',
    interactionId,
    mediaType: 'workitem',
    queue: 'Inbox',
    userData: {},
    capturePoint: 'Form',
    task: { process: 'Orders' },
  });
  return interactionId;
};
export const offered = afterwards(waiting, 'router', (interactionId) => ({
  type: 'invite',
  interactionId,
  agentId: 'agent1',
}));
export const done = afterwards(hands, 'agent1', (interactionId) => ({ type: 'complete', interactionId }));
export const held = afterwards(waiting, 'lead1', (interactionId) => ({ type: 'hold', interactionId }));
export const TOMORROW = 4_000_000_000_000;
export const asleep = afterwards(tray, 'agent1', (interactionId) => ({
  type: 'snooze',
  interactionId,
  wakeAt: TOMORROW,
}));

export const item = (...bodies: readonly Readonly<Record<string, unknown>>[]): readonly Words[] =>
  bodies.map((body) => ['/me/workitems/{id}', body]);
export const bin = (...bodies: readonly Readonly<Record<string, unknown>>[]): readonly Words[] =>
  bodies.map((body) => ['{bin}', body]);
export const ownTray = (type: string) => ({ type, owner: { kind: 'Agent', id: 'agent1' } }) as const;

export const row = (begin: Row['begin'], wish: Row['wish'], v2: Row['v2'], who = 'agent1'): Row => ({
  kind: 'interaction',
  who,
  begin,
  wish,
  v2,
  refusedTo: 'agent3',
});
export const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } as const;
export const SHARED_BIN = `/workbins/${workbinId('team.shared')}?agentGroup=Demo%20Team`;
