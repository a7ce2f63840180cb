/**
 * Genesys gives each medium operations, arrays and messages of its own. A media type of the contact centre that is none
 * of these is a work item, as custom media types are in Genesys.
 */
import type { MEDIA_OF_THEIR_OWN, MediaType } from '@intray/core';

interface Family {
  /** In `subresources`, and in the name of a message's item. */
  readonly name: string;
  /** Arrays in a workbin and in lists. */
  readonly plural: string;
  /** In addresses and channels: `/me/{path}`, `/v2/me/{path}`. */
  readonly path: string;
  /** In operation names: `AddWorkitem`. */
  readonly title: string;
}

/** Families by the media types that belong to them. */
const NAMED = {
  chat: { name: 'chat', plural: 'chats', path: 'chats', title: 'Chat' },
  email: { name: 'email', plural: 'emails', path: 'emails', title: 'Email' },
  facebook: { name: 'facebook', plural: 'facebooks', path: 'facebook', title: 'Facebook' },
  twitter: { name: 'tweet', plural: 'tweets', path: 'tweets', title: 'Tweet' },
  facebooksession: {
    name: 'facebooksession',
    plural: 'facebooksessions',
    path: 'facebooksessions',
    title: 'Facebooksession',
  },
  openmedia: { name: 'openmedia', plural: 'openmedias', path: 'openmedia', title: 'Openmedia' },
} as const satisfies Record<(typeof MEDIA_OF_THEIR_OWN)[number], Family>;

const WORKITEM = {
  name: 'workitem',
  plural: 'workitems',
  path: 'workitems',
  title: 'Workitem',
} as const satisfies Family;

export const FAMILIES = [...Object.values(NAMED), WORKITEM] as const;
export type MediaFamily = (typeof FAMILIES)[number];
export type FamilyName = MediaFamily['name'];

export function familyOf(mediaType: MediaType['id']): MediaFamily {
  return Object.hasOwn(NAMED, mediaType) ? NAMED[mediaType as keyof typeof NAMED] : WORKITEM;
}

export const familyNamed = (name: string): MediaFamily | undefined =>
  FAMILIES.find((family) => family.name === name);

/** Every segment that names a family in an address, with the family. */
export const FAMILY_PATHS: ReadonlyMap<string, MediaFamily> = new Map(
  FAMILIES.flatMap((family) => [
    [family.path, family],
    [family.plural, family],
  ]),
);

/** `WorkitemStateChangeMessage` */
export const messageType = ({ title }: MediaFamily): string => `${title}StateChangeMessage`;

/** Where an item stands in a message about its workbin: `workitemStateResourceV2`. */
export const inWorkbinMessage = ({ name }: MediaFamily): string => `${name}StateResourceV2`;
