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

/** An id that nobody else chooses: 128 random bits, hex. Works on plain `http:` too, where `randomUUID` is missing. */
export function newCommandId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
