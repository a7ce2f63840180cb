/** Which media are kinds of work item. */

/** Media that Genesys has channels of their own for. Every other media type is a kind of work item. */
export const MEDIA_OF_THEIR_OWN = [
  'chat',
  'email',
  'facebook',
  'twitter',
  'facebooksession',
  'openmedia',
] as const;

export const isWorkitem = (mediaType: string): boolean =>
  !(MEDIA_OF_THEIR_OWN as readonly string[]).includes(mediaType);
