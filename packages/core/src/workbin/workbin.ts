/**
 * A workbin is a tray: a *type* (its name, who may own one, which media it takes) × an *owner*. Two agents with the
 * type `email.draft` have two trays; a group with `team.shared` has one, and every member sees the same.
 * Source: the Genesys Interaction Management model, where a workbin script is a type and an instance is type × owner.
 */
export const OWNER_KINDS = ['Agent', 'AgentGroup', 'Place', 'PlaceGroup'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

export type WorkbinOwner = { readonly kind: OwnerKind; readonly id: string };

/** One tray: the workbin type's name and its owner. */
export type WorkbinRef = { readonly type: string; readonly owner: WorkbinOwner };

/** One string for one tray, usable as a key: `team.shared@AgentGroup:Demo Team`. No configured type contains an `@`. */
export const workbinKey = (ref: WorkbinRef): string => `${ref.type}@${ref.owner.kind}:${ref.owner.id}`;

/** Parts a tray's key from a media type. No name contains it, so no tray's key begins with that of a medium in another. */
export const MEDIUM_MARK = '\u001f';

/**
 * One string for one medium in one tray.
 * @param key of the tray, or what begins with it
 */
export const mediumIn = (key: string, mediaType: string): string => `${key}${MEDIUM_MARK}${mediaType}`;

/** One string for what is unopened in one tray; no tray's key begins so, and no queue's. */
export const unopenedKey = (ref: WorkbinRef): string => `unopened:${workbinKey(ref)}`;

export const sameWorkbin = (a: WorkbinRef | undefined, b: WorkbinRef | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.type === b.type &&
  a.owner.kind === b.owner.kind &&
  a.owner.id === b.owner.id;

/** How a tray is named to people: `team.shared of Demo Team`. */
export const describeWorkbin = (ref: WorkbinRef): string => `${ref.type} of ${ref.owner.id}`;
