/** What the client finds around it in a browser or in Electron, named one by one, so that it also runs without them. */

interface EventSource {
  addEventListener?(type: string, listener: () => void): void;
  removeEventListener?(type: string, listener: () => void): void;
}

interface Surroundings extends EventSource {
  readonly document?: EventSource & { readonly cookie?: string; readonly visibilityState?: string };
}

const around = globalThis as unknown as Surroundings;

/** Reads the CSRF token that the server left in a cookie, so that a reloaded page can go on. */
export function csrfFromCookie(): string | undefined {
  const found = /(?:^|;\s*)intray_csrf=([^;]+)/.exec(around.document?.cookie ?? '');
  return found?.[1] === undefined ? undefined : decodeURIComponent(found[1]);
}

/**
 * Calls back when waiting has become pointless: the network is back, or somebody looks at the page again.
 * @returns stops it
 */
export function onWake(wake: () => void): () => void {
  const seen = () => {
    if (around.document?.visibilityState === 'visible') wake();
  };
  around.addEventListener?.('online', wake);
  around.document?.addEventListener?.('visibilitychange', seen);
  return () => {
    around.removeEventListener?.('online', wake);
    around.document?.removeEventListener?.('visibilitychange', seen);
  };
}

const HEX = 16;
/** 48 bits of milliseconds are enough for some nine thousand years. */
const TIME_DIGITS = 12;
const RANDOM_BYTES = 10;

/**
 * An id that nobody else chooses: twelve hex digits of the time, then eighty random bits. Ids of one hour lie side by side
 * in the database's index of receipts, which makes saving a command cheaper. Works on plain `http:` from another machine too,
 * where `randomUUID` is missing.
 * @param now milliseconds since 1970
 */
export function newCommandId(now = Date.now()): string {
  const random = globalThis.crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  const digits = Array.from(random, (byte) => byte.toString(HEX).padStart(2, '0'));
  return now.toString(HEX).padStart(TIME_DIGITS, '0') + digits.join('');
}
