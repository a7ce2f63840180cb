/** Whether somebody is signed in, as far as this tab knows. */
export type AuthState =
  /** No answer yet. */
  | 'unknown'
  | 'in'
  /** Nobody was signed in in this tab. */
  | 'out'
  /** Somebody was, and the login has ended: what is on the screen waits for them. */
  | 'expired';

export interface Auth {
  state(): AuthState;
  subscribe(listener: () => void): () => void;
  /** An answer came that only a signed-in person gets. */
  recognised(): void;
  /** An answer said that nobody is signed in. */
  lost(): void;
  /** The person chose to leave. */
  left(): void;
  /** Resolves as soon as somebody is signed in. */
  whenIn(): Promise<void>;
}

/** Remembers it, and tells who listens. */
export function auth(): Auth {
  let state: AuthState = 'unknown';
  const listeners = new Set<() => void>();
  const become = (next: AuthState) => {
    if (next === state) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    state: () => state,
    subscribe,
    recognised: () => become('in'),
    lost: () => become(state === 'in' || state === 'expired' ? 'expired' : 'out'),
    left: () => become('out'),
    whenIn: () =>
      new Promise((resolve) => {
        if (state === 'in') return resolve();
        const stop = subscribe(() => {
          if (state !== 'in') return;
          stop();
          resolve();
        });
      }),
  };
}
