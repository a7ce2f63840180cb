/** Whose page is asking? Browsers say so in `Origin`, and a page cannot lie about it. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Home {
  /** The address people type, if it is configured. */
  readonly publicUrl: string | undefined;
  /** Origins of other faces of ours, such as a desktop app's own scheme. */
  readonly friends: readonly string[];
}

/** Our own page, a friend's, or no page at all (a program sends no `Origin` and has no cookies to be tricked out of). */
export function isOurOrigin(headers: IncomingHttpHeaders, home: Home): boolean {
  const { origin, host } = headers;
  if (origin === undefined || home.friends.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  if (home.publicUrl !== undefined && origin === new URL(home.publicUrl).origin) return true;
  return new URL(origin).host === host;
}
