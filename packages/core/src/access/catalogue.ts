/** What a desk needs to call things by their names: the contact centre's own, and the people one may meet in it. */
import type { Actor } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Filter } from '../config/filters.ts';
import type { Catalogue, PersonName } from '../desk.ts';
import { FILTERS } from '../options/case-options.ts';
import { DISPOSITION_ATTRIBUTE } from '../options/disposition-options.ts';
import { resolve } from '../options/resolve.ts';
import { workbinLooks } from '../options/workbin-looks.ts';
import { may } from './grants.ts';
import { isAdministrator } from './reach.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Ids of the people whose work passes the actor's desk: themselves, and the members and supervisors of every group they
 * belong to or supervise. Grows with those groups, not with the contact centre.
 */
function acquaintances(agentId: string, centre: ContactCentre): ReadonlySet<string> {
  const groups = [
    ...(centre.groupsOf.get(agentId) ?? NONE),
    ...(centre.supervisedGroups.get(agentId) ?? NONE),
  ];
  const met = new Set([agentId]);
  for (const id of groups) {
    const group = centre.agentGroups.get(id);
    for (const person of [...(group?.members ?? []), ...(group?.supervisors ?? [])]) met.add(person);
  }
  return met;
}

/** Names of the people the actor may meet: everybody for an administrator, in configured order. */
export function peopleMet(actor: Actor, centre: ContactCentre): readonly PersonName[] {
  const everybody = actor.kind !== 'user' || isAdministrator(actor, centre);
  const met = everybody ? undefined : acquaintances(actor.id, centre);
  return centre.config.agents
    .filter(({ id }) => met?.has(id) ?? true)
    .map(({ id, name }): PersonName => ({ id, name }));
}

/** The filters of a team lead's view, as their options list them; none for anybody else. */
function filtersFor(actor: Actor, centre: ContactCentre): readonly Filter[] {
  const all = centre.config.filters ?? [];
  if (!may(actor, 'supervise', centre) && !isAdministrator(actor, centre)) return [];
  const agentId = actor.kind === 'user' ? actor.id : undefined;
  const listed = resolve(FILTERS, [], { agentId }, centre);
  return listed.length === 0 ? all : listed.flatMap((id) => all.find((filter) => filter.id === id) ?? []);
}

/** Everything that has a name, for this actor. */
export function catalogueFor(actor: Actor, centre: ContactCentre): Catalogue {
  const { mediaTypes, queues, workbinTypes, places, notReadyReasons, settings } = centre.config;
  const agentId = actor.kind === 'user' ? actor.id : undefined;
  const attribute = resolve(DISPOSITION_ATTRIBUTE, [], { agentId }, centre);
  return {
    mediaTypes,
    queues,
    workbinTypes,
    places,
    dispositions: (centre.dispositionsByAttribute.get(attribute) ?? centre.dispositions).list,
    notReadyReasons,
    settings,
    filters: filtersFor(actor, centre),
    lists: centre.lists,
    looks: Object.fromEntries(workbinLooks(agentId, centre)),
    people: peopleMet(actor, centre),
  };
}
