/**
 * Takes work out of a place that is going to be done away with. Each piece moves by a command like any other, as the
 * person who wants the change; what they may not move stays and is found in the way afterwards.
 */
import type { Actor, Command, InteractionState, Move, Order, Outcome, PageRequest } from '@intray/core';
import type { Store } from '@intray/store';

export interface MovingParts {
  readonly store: Store;
  readonly execute: (order: Order) => Promise<Outcome>;
}

interface Found {
  readonly id: string;
  readonly state: InteractionState;
}

const PAGE: PageRequest = { limit: 200, order: 'oldest', keys: [] };

/** Moves until there is nothing left, or nothing more of it can be moved. */
export async function moveOut(actor: Actor, move: Move, parts: MovingParts): Promise<void> {
  const { from } = move;
  let found = await workIn(from, parts.store);
  // Whoever is still logged on would be offered it again. What becomes of work whose agent is gone may happen to it
  // meanwhile; it is moved from wherever that took it.
  if ('agent' in from) await parts.execute({ command: { type: 'endSession', agentId: from.agent }, actor });
  for (let moved = true; moved && found.length > 0; ) {
    const done = await Promise.all(found.map((one) => moveOne(actor, one, move, parts)));
    moved = done.includes(true);
    found = await workIn(from, parts.store);
  }
}

async function workIn(from: Move['from'], store: Store): Promise<readonly Found[]> {
  if ('queue' in from) return (await store.queueContent(from.queue, PAGE)).items;
  if ('workbin' in from) return (await store.workbinContent(from.workbin, PAGE)).items;
  return store.workOf(from.agent);
}

async function moveOne(
  actor: Actor,
  { id, state }: Found,
  { to }: Move,
  parts: MovingParts,
): Promise<boolean> {
  const give = async (command: Command) => (await parts.execute({ command, actor })).ok;
  const go: Command =
    'queue' in to
      ? { type: 'moveToQueue', interactionId: id, queue: to.queue }
      : { type: 'moveToWorkbin', interactionId: id, workbin: to.workbin };
  // Work that a team lead has stopped moves stopped.
  if (state === 'Held') {
    if (!(await give({ type: 'resume', interactionId: id }))) return false;
    const moved = await give(go);
    await give({ type: 'hold', interactionId: id });
    return moved;
  }
  const inHand = state === 'Processing' || state === 'Transferring';
  const back: Command = { type: 'revoke', interactionId: id, reason: 'supervisor' };
  if (state === 'Transferring') await give(back);
  // From hands the way into a tray leads through the queue.
  if (inHand && 'workbin' in to) await give(back);
  return give(go);
}
