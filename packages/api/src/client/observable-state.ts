/** One value that others may watch; fits React's `useSyncExternalStore` as it is. */
export interface Observable<T> {
  readonly get: () => T;
  /** @returns stops watching */
  readonly subscribe: (listener: () => void) => () => void;
}

/** An observable and the hand that sets it. Setting the same value again tells nobody. */
export function observable<T>(first: T): Observable<T> & { readonly set: (value: T) => void } {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(value) {
      if (value === current) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
  };
}
