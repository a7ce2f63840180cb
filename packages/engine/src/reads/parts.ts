/** What answering questions needs. */
import type { Actor, AgentSession, ContactCentre } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from '../clock.ts';

export interface ReadParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly centre: () => ContactCentre;
}

/** The asking person's own session: where they sit decides which trays they reach. */
export async function sessionOf(actor: Actor, store: Store): Promise<AgentSession | undefined> {
  if (actor.kind !== 'user') return undefined;
  const [session] = await store.sessions([actor.id]);
  return session;
}
