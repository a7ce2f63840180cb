/**
 * Who may do what, laid out for asking. What roles allow and deny is put together once for each set of roles that
 * occurs, so a question is one look into a set.
 */
import type { Actor } from '../actor.ts';
import { isWorkitem } from '../config/media.ts';
import { ALL_WORKITEMS, descriptionOf, PRIVILEGES, type Privilege } from './privileges.ts';

/** What a role says. */
export interface RoleTerms {
  readonly privileges: readonly string[];
  readonly denied?: readonly string[] | undefined;
}

/** What somebody may do, all their roles taken together. */
export interface Grants {
  /** What they may do at all; of what is held for media, what they may do with one of them. */
  readonly privileges: ReadonlySet<Privilege>;
  /** The same for each medium. */
  readonly perMedium: ReadonlyMap<string, ReadonlySet<Privilege>>;
  /** For work of a medium that is configured no more. */
  readonly elsewhere: ReadonlySet<Privilege>;
}

const BRINGERS: ReadonlyMap<Privilege, readonly Privilege[]> = new Map(
  PRIVILEGES.map((privilege) => [
    privilege,
    PRIVILEGES.filter((other) => descriptionOf(other).brings?.includes(privilege)),
  ]),
);

/** Every name under which a role may speak of the privilege, for a medium if one is asked for. */
export function namesOf(privilege: Privilege, mediaType: string | undefined): readonly string[] {
  const names: string[] = [privilege, ...(BRINGERS.get(privilege) ?? [])];
  if (mediaType === undefined || descriptionOf(privilege).perMedium === undefined) return names;
  if (isWorkitem(mediaType)) names.push(`${ALL_WORKITEMS}.${privilege}`);
  names.push(`${mediaType}.${privilege}`);
  return names;
}

/** It is there for the medium: a privilege of another medium alone is not. */
export const isThereFor = (privilege: Privilege, mediaType: string | undefined): boolean => {
  const { onlyFor } = descriptionOf(privilege);
  return onlyFor === undefined || mediaType === undefined || mediaType === onlyFor;
};

/** The privileges without which it has no effect. */
export const needsOf = (privilege: Privilege): readonly Privilege[] =>
  (descriptionOf(privilege).needs ?? []) as readonly Privilege[];

/** All that these roles allow together, less what one of them denies, less what lacks what it needs. */
export function grantsOf(roles: readonly RoleTerms[], mediaTypes: readonly string[]): Grants {
  const allowed = new Set(roles.flatMap(({ privileges }) => privileges));
  const denied = new Set(roles.flatMap((role) => role.denied ?? []));
  const holds = (privilege: Privilege, mediaType: string | undefined): boolean => {
    const names = namesOf(privilege, mediaType);
    return (
      isThereFor(privilege, mediaType) &&
      names.some((name) => allowed.has(name)) &&
      !names.some((name) => denied.has(name)) &&
      needsOf(privilege).every((needed) => holds(needed, mediaType))
    );
  };
  const heldFor = (mediaType: string | undefined) =>
    new Set(allowed.size === 0 ? [] : PRIVILEGES.filter((privilege) => holds(privilege, mediaType)));
  const perMedium = new Map(mediaTypes.map((mediaType) => [mediaType, heldFor(mediaType)]));
  const elsewhere = heldFor(undefined);
  const privileges = mediaTypes.length === 0 ? elsewhere : [...perMedium.values()].flatMap((set) => [...set]);
  return { privileges: new Set(privileges), perMedium, elsewhere };
}

/** Where a role of a person's comes from: their own, or that of a group they are a member of. */
export interface Assignment {
  readonly role: string;
  /** The group; their own role if absent. */
  readonly agentGroup?: string;
}

interface Ground {
  readonly agents: ReadonlyMap<string, { readonly id: string; readonly roles: readonly string[] }>;
  readonly agentGroups: ReadonlyMap<string, { readonly roles?: readonly string[] | undefined }>;
  readonly groupsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every role a person has, once for each way they have it. */
export function assignmentsOf(
  agentId: string,
  { agents, agentGroups, groupsOf }: Ground,
): readonly Assignment[] {
  const own = agents.get(agentId)?.roles ?? [];
  const shared = [...(groupsOf.get(agentId) ?? [])].flatMap((agentGroup) =>
    (agentGroups.get(agentGroup)?.roles ?? []).map((role) => ({ role, agentGroup })),
  );
  return [...own.map((role) => ({ role })), ...shared];
}

/** Everybody's grants. People with the same roles share theirs. */
export function grantsOfAll(
  ground: Ground,
  roles: ReadonlyMap<string, RoleTerms>,
  mediaTypes: readonly string[],
): ReadonlyMap<string, Grants> {
  const bySet = new Map<string, Grants>();
  const all = new Map<string, Grants>();
  for (const id of ground.agents.keys()) {
    const own = [...new Set(assignmentsOf(id, ground).map(({ role }) => role))].sort();
    const key = JSON.stringify(own);
    const grants =
      bySet.get(key) ??
      grantsOf(
        own.flatMap((role) => roles.get(role) ?? []),
        mediaTypes,
      );
    bySet.set(key, grants);
    all.set(id, grants);
  }
  return all;
}

/** Whoever is asked about, and what they may do. */
export interface Granting {
  readonly grants: ReadonlyMap<string, Grants>;
}

/**
 * May do it at all. Intray's own hands may do what they exist for; people need a role that allows it. Of what is held
 * for media: may do it with one of them.
 */
export function may(actor: Actor, privilege: Privilege, centre: Granting): boolean {
  return actor.kind !== 'user' || (centre.grants.get(actor.id)?.privileges.has(privilege) ?? false);
}

/** May do it with work of the medium. */
export function mayWith(actor: Actor, privilege: Privilege, mediaType: string, centre: Granting): boolean {
  if (actor.kind !== 'user') return true;
  const grants = centre.grants.get(actor.id);
  return grants !== undefined && (grants.perMedium.get(mediaType) ?? grants.elsewhere).has(privilege);
}
