/** Attached data after a change to it. */
import type { UserData } from '../values.ts';

export interface AttachedChange {
  /** Added, or written over what was there. */
  readonly userData?: UserData;
  /** Taken away. */
  readonly keys?: readonly string[];
}

export function withChange(before: UserData, { userData, keys }: AttachedChange): UserData {
  const merged = userData === undefined ? before : { ...before, ...userData };
  if (keys === undefined) return merged;
  const gone = new Set(keys);
  return Object.fromEntries(Object.entries(merged).filter(([key]) => !gone.has(key)));
}
