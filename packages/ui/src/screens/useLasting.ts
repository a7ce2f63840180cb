'use client';
import { useRef, useState } from 'react';

type Deeds = Readonly<Record<string, (...given: never[]) => unknown>>;

/**
 * The same functions at each render, which do what the newest ones do. A part that is given them renders when what it
 * shows is different, and not because whatever is around it did. For what happens later, never while rendering.
 */
export function useLasting<D extends Deeds>(deeds: D): D {
  const latest = useRef(deeds);
  latest.current = deeds;
  const [lasting] = useState(() => {
    const names = Object.keys(deeds);
    const doing = (name: string) => [name, (...given: never[]) => latest.current[name]?.(...given)];
    return Object.fromEntries(names.map(doing)) as D;
  });
  return lasting;
}
