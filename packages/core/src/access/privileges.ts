/**
 * The registry of privileges: everything that a role may allow or deny. Nobody may do anything that no role of theirs
 * allows; there is no "everybody may".
 */
import { z } from 'zod';
import { faultText } from '../config/fault-texts.ts';
import { nearest } from '../nearest.ts';
import { DESK_PRIVILEGES, HISTORY_PRIVILEGES, WORKBIN_PRIVILEGES } from './desk-privileges.ts';
import {
  ADMINISTRATION_PRIVILEGES,
  MANAGEMENT_PRIVILEGES,
  TASK_PRIVILEGES,
  TEAM_LEAD_PRIVILEGES,
  TEAM_WORKBIN_PRIVILEGES,
} from './lead-privileges.ts';
import { EMAIL_PRIVILEGES, MEDIA_PRIVILEGES } from './media-privileges.ts';
import type { PrivilegeDescription } from './privilege.ts';

/** Privileges by block, in the order of the page about them. */
export const PRIVILEGES_BY_BLOCK = {
  Media: MEDIA_PRIVILEGES,
  'E-mail': EMAIL_PRIVILEGES,
  Workbins: WORKBIN_PRIVILEGES,
  'Contact and history': HISTORY_PRIVILEGES,
  Desk: DESK_PRIVILEGES,
  'My team’s workbins': TEAM_WORKBIN_PRIVILEGES,
  'Interaction management': MANAGEMENT_PRIVILEGES,
  Tasks: TASK_PRIVILEGES,
  'Team lead': TEAM_LEAD_PRIVILEGES,
  Administration: ADMINISTRATION_PRIVILEGES,
} as const satisfies Record<string, Record<string, PrivilegeDescription>>;

export type PrivilegeBlock = keyof typeof PRIVILEGES_BY_BLOCK;

type KeysOf<T> = T extends T ? keyof T : never;
export type Privilege = KeysOf<(typeof PRIVILEGES_BY_BLOCK)[PrivilegeBlock]>;

const ALL: readonly (readonly [Privilege, PrivilegeBlock, PrivilegeDescription])[] = Object.entries(
  PRIVILEGES_BY_BLOCK,
).flatMap(([block, privileges]) =>
  Object.entries(privileges).map(
    ([name, description]) => [name as Privilege, block as PrivilegeBlock, description] as const,
  ),
);

/** Their names, in that order. */
export const PRIVILEGES = ALL.map(([name]) => name) as [Privilege, ...Privilege[]];

const DESCRIPTIONS: ReadonlyMap<string, PrivilegeDescription> = new Map(
  ALL.map(([name, , description]) => [name, description]),
);
const BLOCKS: ReadonlyMap<string, PrivilegeBlock> = new Map(ALL.map(([name, block]) => [name, block]));

export const descriptionOf = (privilege: Privilege): PrivilegeDescription =>
  DESCRIPTIONS.get(privilege) as PrivilegeDescription;
export const blockOf = (privilege: Privilege): PrivilegeBlock => BLOCKS.get(privilege) as PrivilegeBlock;

const isPrivilege = (name: string): name is Privilege => DESCRIPTIONS.has(name);

/** In front of a privilege it stands for every kind of work item. */
export const ALL_WORKITEMS = 'workitems';

/** A privilege as a role names it: for everything, or for one medium (or every kind of work item) in front of it. */
export interface NamedPrivilege {
  readonly privilege: Privilege;
  readonly medium?: string;
}

/** Reads `decline` and `email.decline`; answers what is wrong with anything else. */
export function readPrivilege(
  name: string,
): { readonly ok: true; readonly value: NamedPrivilege } | { readonly ok: false; readonly fault: string } {
  const dot = name.lastIndexOf('.');
  const [medium, own] = dot < 0 ? [undefined, name] : [name.slice(0, dot), name.slice(dot + 1)];
  if (!isPrivilege(own)) {
    const shown = { name: name.slice(0, 80) };
    const meant = nearest(own.slice(0, 80), PRIVILEGES);
    return {
      ok: false,
      fault:
        meant === undefined
          ? faultText('privilege_missing', shown)
          : faultText('privilege_missing_meant', { ...shown, meant }),
    };
  }
  if (medium === undefined) return { ok: true, value: { privilege: own } };
  const { perMedium, onlyFor } = descriptionOf(own);
  if (perMedium === undefined || medium === '' || (onlyFor !== undefined && medium !== onlyFor))
    return {
      ok: false,
      fault: faultText('privilege_without_medium', {
        name: own,
        what: medium === '' ? 'a medium' : `the medium "${medium.slice(0, 80)}"`,
        right: onlyFor === undefined ? own : `${onlyFor}.${own}`,
      }),
    };
  return { ok: true, value: { privilege: own, medium } };
}

/** The media type that a privilege in a role is for; `undefined` if it is for all, or for every kind of work item. */
export function mediumNamedIn(name: string): string | undefined {
  const read = readPrivilege(name);
  const medium = read.ok ? read.value.medium : undefined;
  return medium === ALL_WORKITEMS ? undefined : medium;
}

const FOR_MEDIA = PRIVILEGES.filter((name) => descriptionOf(name).perMedium === true);

/** A privilege in a role. */
export const PrivilegeName = z
  .string()
  .max(300)
  .superRefine((name, context) => {
    const read = readPrivilege(name);
    if (!read.ok) context.addIssue({ code: 'custom', message: read.fault });
  })
  .meta({
    description: 'A privilege, or one with a media type in front of it, as in email.decline.',
    // For editors: what is asked above is a function, which no schema can carry.
    anyOf: [{ enum: [...PRIVILEGES] }, { pattern: String.raw`^.+\.(${FOR_MEDIA.join('|')})$` }],
  });
