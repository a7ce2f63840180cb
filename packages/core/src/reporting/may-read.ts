/** Who sees which figures. */
import { may } from '../access/grants.ts';
import { isAdministrator, supervisesAgent, supervisesQueue } from '../access/reach.ts';
import { type Actor, actorName } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Dimension } from './measures.ts';

/** Figures of queues and agents are for whoever watches over some of them; all others are for administrators. */
export function mayReadReport(actor: Actor, by: Dimension, centre: ContactCentre): Refusal | null {
  const leads =
    (by === 'queue' && may(actor, 'manage-interactions', centre)) ||
    (by === 'agent' && may(actor, 'watch-team', centre));
  return isAdministrator(actor, centre) || leads
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
