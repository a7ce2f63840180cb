/**
 * What the desk shows before the server has answered. Only for commands that core's `allowed` lists, so the guess is
 * nearly always right; it is a guess about lists and never about rules, and a refusal takes it back.
 */
import type { Command, InteractionCommand, InteractionView, MyDesk } from '@intray/core';
import { isSessionCommand } from '@intray/core';
import type { QueryClient } from '@tanstack/react-query';
import { type Key, keys } from './keys.ts';
import { type Lines, without } from './lists.ts';

/** Takes the guess back. `false`: the server has spoken of some of it meanwhile, and its word stands. */
export type Undo = () => boolean;

/** Puts it off my desk. */
const LEAVES_DESK: ReadonlySet<Command['type']> = new Set([
  'reject',
  'placeInWorkbin',
  'reportReply',
  'moveToQueue',
  'complete',
  'snooze',
  'cancel',
]);
/** Takes it out of the tray or queue it is seen in. */
const LEAVES_LIST: ReadonlySet<Command['type']> = new Set([
  'pull',
  'moveToWorkbin',
  'moveToQueue',
  'complete',
  'cancel',
]);

/** My work after I gave a command, seen from the work I have and the view I gave it from. */
export function workAfter(
  work: MyDesk['work'],
  command: InteractionCommand,
  view: InteractionView | undefined,
  myId: string,
  now: number,
): MyDesk['work'] {
  const { interactionId } = command;
  const mine = work.find(({ interaction }) => interaction.id === interactionId);
  if (LEAVES_DESK.has(command.type) && mine?.allowed.includes(command.type))
    return work.filter((each) => each !== mine);

  const seen = mine ?? view;
  const takes = command.type === 'accept' || command.type === 'pull';
  if (!takes || !seen?.allowed.includes(command.type)) return work;
  const { invitation, workbin, ...rest } = seen.interaction;
  // What I may do with it then is for the server to say: until it has, nothing is offered.
  const taken: InteractionView = {
    interaction: { ...rest, state: 'Processing', handler: myId, assignedAt: now },
    status: 'assigned',
    allowed: [],
    options: seen.options,
  };
  return mine ? work.map((each) => (each === mine ? taken : each)) : [...work, taken];
}

/**
 * The server's answer with the commands on top of it that it doesn't know of yet. Without this an answer that was on
 * its way while a command was given would make finished work appear once more, for a blink.
 */
export function withPending(
  me: MyDesk,
  pending: readonly Command[],
  queries: QueryClient,
  now: number,
): MyDesk {
  let { work } = me;
  for (const command of pending) {
    if (isSessionCommand(command)) continue;
    const view = queries.getQueryData<InteractionView>(keys.interaction(command.interactionId));
    work = workAfter(work, command, view, me.agent.id, now);
  }
  return work === me.work ? me : { ...me, work };
}

/** Shows the likely outcome at once. */
export function foresee(queries: QueryClient, command: Command, now: number): Undo {
  if (isSessionCommand(command)) return foreseeReadiness(queries, command);
  const undo: Undo[] = [];
  const me = queries.getQueryData<MyDesk>(keys.me);
  const view = queries.getQueryData<InteractionView>(keys.interaction(command.interactionId));
  if (me) {
    const work = workAfter(me.work, command, view, me.agent.id, now);
    if (work !== me.work) undo.push(patch(queries, keys.me, me, { ...me, work }));
  }
  if (LEAVES_LIST.has(command.type) && view?.allowed.includes(command.type))
    for (const [key, lines] of queries.getQueriesData<Lines>({ queryKey: keys.lists })) {
      const shorter = lines && without(lines, command.interactionId);
      if (lines && shorter !== lines && key[1] !== 'finished')
        undo.push(patch(queries, key as Key, lines, shorter));
    }
  return () => undo.map((each) => each()).every(Boolean);
}

function foreseeReadiness(queries: QueryClient, command: Command): Undo {
  const me = queries.getQueryData<MyDesk>(keys.me);
  if (!me || (command.type !== 'setReady' && command.type !== 'setNotReady')) return () => true;
  if (command.agentId !== me.agent.id) return () => true;
  const { reason } = command.type === 'setNotReady' ? command : { reason: undefined };
  const channel = { ready: command.type === 'setReady', since: me.now, ...(reason && { reason }) };
  const channels = Object.fromEntries(
    Object.entries(me.session.channels).map(([id, was]) =>
      command.mediaType === undefined || command.mediaType === id
        ? [id, { ...channel, since: was.since }]
        : [id, was],
    ),
  );
  return patch(queries, keys.me, me, { ...me, session: { ...me.session, channels } });
}

/** Undoing restores what was, unless the server has spoken in the meantime: then its word stands. */
function patch<T>(queries: QueryClient, key: Key, before: T, after: T): Undo {
  queries.setQueryData(key, after);
  const kept = queries.getQueryData(key);
  return () => {
    if (queries.getQueryData(key) !== kept) return false;
    queries.setQueryData(key, before);
    return true;
  };
}
