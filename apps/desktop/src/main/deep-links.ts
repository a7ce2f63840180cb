/** `intray://interaction/<id>`: what another program may ask of the desk. It opens, and never does anything. */

export const LINK_SCHEME = 'intray';
const LINK = /^intray:\/\/interaction\/([A-Za-z0-9_-]{1,64})\/?$/;

/** The interaction that a link names; `undefined` for anything else, parameters included. */
export const interactionIn = (link: string): string | undefined => LINK.exec(link)?.[1];

/** The first link among the arguments of a start. */
export const linkAmong = (argv: readonly string[]): string | undefined =>
  argv.find((argument) => argument.startsWith(`${LINK_SCHEME}://`));
