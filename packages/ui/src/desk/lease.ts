/**
 * "I am still here." The server counts an agent as gone when nothing is heard for the length of the lease (15 s as
 * delivered), so it is said every 5 s, and at once whenever the desk may have been silent: after a cut, after sleep.
 * Each tab says it for itself; a tab more costs one small request and changes nothing.
 */
import { newCommandId } from '@intray/api/client';
import type { MyDesk } from '@intray/core';
import type { QueryClient } from '@tanstack/react-query';
import type { Auth } from './auth.ts';
import { keys } from './keys.ts';
import { type DeskPort, SignedOut } from './port.ts';

const EVERY = 5_000;

interface LeaseKeeper {
  readonly port: DeskPort;
  readonly queries: QueryClient;
  readonly auth: Auth;
}

/** Renews the lease for as long as a session is active, until the returned function is called. */
export function keepLease({ port, queries, auth }: LeaseKeeper): () => void {
  let underWay = false;

  const renew = async () => {
    const me = queries.getQueryData<MyDesk>(keys.me);
    if (!me?.session.active || auth.state() !== 'in' || underWay) return;
    underWay = true;
    try {
      const outcome = await port.execute(newCommandId(), { type: 'renewLease', agentId: me.agent.id });
      // The session has ended elsewhere, or was recovered: either way the desk shows an old truth.
      if (!outcome.ok || outcome.events.length > 0) await queries.invalidateQueries({ queryKey: keys.me });
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      auth.lost();
    } finally {
      underWay = false;
    }
  };

  const atOnce = () => void renew();
  const whenSeen = () => document.visibilityState === 'visible' && atOnce();
  const timer = setInterval(atOnce, EVERY);
  const stopLink = port.onLink(() => port.link() === 'online' && atOnce());
  window.addEventListener('online', atOnce);
  document.addEventListener('visibilitychange', whenSeen);
  return () => {
    clearInterval(timer);
    stopLink();
    window.removeEventListener('online', atOnce);
    document.removeEventListener('visibilitychange', whenSeen);
  };
}
