/** Who sees which figures. */
import type { Privilege } from '../access/privileges.ts';
import { isAdministrator, supervisesAgent, supervisesQueue } from '../access/reach.ts';
import { type Actor, actorName } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { DIMENSIONS, type Dimension } from './measures.ts';

/** By what somebody who holds these privileges may see figures. */
export function reportsFor(privileges: readonly Privilege[]): readonly Dimension[] {
  if (privileges.includes('oversee')) return DIMENSIONS;
  return DIMENSIONS.filter(
    (by) =>
      (by === 'queue' && privileges.includes('manage-interactions')) ||
      (by === 'agent' && privileges.includes('watch-team')),
  );
}

/** Figures of queues and agents are for whoever watches over some of them; all others are for administrators. */
export function mayReadReport(actor: Actor, by: Dimension, centre: ContactCentre): Refusal | null {
  const held = actor.kind === 'user' ? [...(centre.grants.get(actor.id)?.privileges ?? [])] : [];
  return actor.kind !== 'user' || reportsFor(held).includes(by)
    ? null
    : refuse('not_permitted', `${actorName(actor)} may not see figures by ${by}. Ask an administrator.`, {
        by,
      });
}

/** Records tell of everybody's work. */
export const mayReadRecords = (actor: Actor, centre: ContactCentre): Refusal | null =>
  isAdministrator(actor, centre)
    ? null
    : refuse('not_permitted', `${actorName(actor)} may not read the records. Ask an administrator.`, {});

/** A line is about a queue or an agent that the person watches over. */
export function seesLine(actor: Actor, by: Dimension, name: string, centre: ContactCentre): boolean {
  if (by === 'queue') return supervisesQueue(actor, name, centre);
  return by === 'agent' ? supervisesAgent(actor, name, centre) : isAdministrator(actor, centre);
}
