/**
 * Who asks. A person is named by the id of the agent object behind the account; Intray's own hands (the router,
 * the sweeper that follows up on deadlines) are actors too, because they knock at the same door as people.
 */
export type Actor =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'router' }
  | { readonly kind: 'timer' };

export const ROUTER: Actor = { kind: 'router' };
export const TIMER: Actor = { kind: 'timer' };

/** A person as an actor. */
export const user = (id: string): Actor => ({ kind: 'user', id });

/** How an actor is written into events and logs: `agent1`, `@router`, `@timer`. User names may not begin with `@`. */
export const actorName = (actor: Actor): string => (actor.kind === 'user' ? actor.id : `@${actor.kind}`);
