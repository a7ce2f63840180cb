'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { DeskPort } from './port.ts';
import { createDesk, type DeskRuntime } from './runtime.ts';

const Context = createContext<DeskRuntime | undefined>(undefined);

export interface DeskProviderProps {
  /** Called once, in the browser: a page drawn ahead of time has no network. */
  readonly connect: () => DeskPort;
  /** While there is no browser yet. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Gives everything below it the desk. */
export function DeskProvider({ connect, fallback, children }: DeskProviderProps) {
  const [desk, setDesk] = useState<DeskRuntime>();
  useEffect(() => {
    const opened = createDesk(connect());
    setDesk(opened);
    return opened.start();
  }, [connect]);
  if (desk === undefined) return fallback;
  return (
    <Context value={desk}>
      <QueryClientProvider client={desk.queries}>{children}</QueryClientProvider>
    </Context>
  );
}

/** The desk of this tab. */
export function useDesk(): DeskRuntime {
  const desk = useContext(Context);
  if (desk === undefined)
    throw new Error('useDesk was called outside DeskProvider. Put the screen below it.');
  return desk;
}
