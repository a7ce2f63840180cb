/** Why somebody may do something or not: which role allows it, which denies it, how they have it, and what is missing. */

import { user } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Effect } from '../options/option.ts';
import { assignmentsOf, isThereFor, may, mayWith, namesOf, needsOf } from './grants.ts';
import { blockOf, descriptionOf, PRIVILEGES, type Privilege, type PrivilegeBlock } from './privileges.ts';

/** A role that speaks of a privilege, and how the person has that role. */
export interface RoleSays {
  readonly role: string;
  /** The agent group through which they have it; their own role if absent. */
  readonly agentGroup?: string;
  /** The words in the role: the privilege, for a medium or for all, or one that brings it. */
  readonly as: string;
}

export interface PrivilegeExplanation {
  readonly privilege: Privilege;
  /** The medium it is held for, where it is held for one. */
  readonly mediaType?: string;
  readonly block: PrivilegeBlock;
  readonly says: string;
  readonly effect: Effect;
  readonly allowed: boolean;
  /** Every role of theirs that allows it; with `deniedBy`, all the same in vain. */
  readonly allowedBy: readonly RoleSays[];
  /** Every role of theirs that denies it. One is enough. */
  readonly deniedBy: readonly RoleSays[];
  /** What it needs and they do not have: without it it has no effect. */
  readonly withheldFor: readonly Privilege[];
  /** Other roles that would allow it. */
  readonly rolesThatAllow: readonly string[];
}

/** Explains one privilege for a person; for a medium where it is held for one. */
export function explainPrivilege(
  privilege: Privilege,
  mediaType: string | undefined,
  agentId: string,
  centre: ContactCentre,
): PrivilegeExplanation {
  const names = new Set(namesOf(privilege, mediaType));
  const roles = centre.roles;
  const own = assignmentsOf(agentId, centre);
  const say = (key: 'privileges' | 'denied'): readonly RoleSays[] =>
    own.flatMap((assignment) =>
      (roles.get(assignment.role)?.[key] ?? [])
        .filter((name) => names.has(name))
        .map((as) => ({ ...assignment, as })),
    );
  const holds = (one: Privilege) =>
    mediaType === undefined
      ? may(user(agentId), one, centre)
      : mayWith(user(agentId), one, mediaType, centre);
  const { says, effect } = descriptionOf(privilege);
  const theirs = new Set(own.map(({ role }) => role));
  return {
    privilege,
    ...(mediaType === undefined ? {} : { mediaType }),
    block: blockOf(privilege),
    says,
    effect,
    allowed: holds(privilege),
    allowedBy: say('privileges'),
    deniedBy: say('denied'),
    withheldFor: needsOf(privilege).filter((needed) => !holds(needed)),
    rolesThatAllow: [...roles.values()]
      .filter(({ id, privileges }) => !theirs.has(id) && privileges.some((name) => names.has(name)))
      .map(({ id }) => id),
  };
}

/** Every privilege there is for the person, those held for media once for each medium. */
export const explainPrivileges = (
  agentId: string,
  centre: ContactCentre,
  wanted: { readonly privilege?: Privilege | undefined; readonly mediaType?: string | undefined } = {},
): readonly PrivilegeExplanation[] =>
  PRIVILEGES.filter((privilege) => wanted.privilege === undefined || privilege === wanted.privilege).flatMap(
    (privilege) => {
      if (descriptionOf(privilege).perMedium === undefined)
        return wanted.mediaType === undefined
          ? [explainPrivilege(privilege, undefined, agentId, centre)]
          : [];
      return [...centre.mediaTypes.keys()]
        .filter((id) => wanted.mediaType === undefined || id === wanted.mediaType)
        .filter((id) => isThereFor(privilege, id))
        .map((id) => explainPrivilege(privilege, id, agentId, centre));
    },
  );
