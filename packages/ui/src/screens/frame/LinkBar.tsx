'use client';
import { useEffect, useState } from 'react';
import { useAuth, useLink, useOutbox } from '../../desk/questions.ts';
import { ConnectionBar } from '../../parts/ConnectionBar.tsx';
import { words } from '../words.ts';

/** A socket that opens in a moment is no news; a bar that flashes at every start would be. */
const PATIENCE = 800;
/** How long "back again" is shown. */
const GLAD = 4_000;

/** The connection, in a bar across the top, only when there is something to say. */
export function LinkBar() {
  // Signing in says all there is to say; the connection opens again with it.
  const expired = useAuth() === 'expired';
  const reached = useLink();
  const link = expired ? 'online' : reached;
  const waiting = useOutbox().length;
  const [shown, setShown] = useState<'nothing' | 'trouble' | 'back'>('nothing');

  useEffect(() => {
    const trouble = link !== 'online';
    if (trouble && shown === 'trouble') return;
    if (!trouble && shown === 'nothing') return;
    const next = trouble ? 'trouble' : shown === 'trouble' ? 'back' : 'nothing';
    const timer = setTimeout(
      () => setShown(next),
      next === 'trouble' ? PATIENCE : next === 'back' ? 0 : GLAD,
    );
    return () => clearTimeout(timer);
  }, [link, shown]);

  const { reconnecting, offline, back, waiting: sentence } = words.connection;
  const sentences = { online: back, reconnecting, offline };
  return (
    <ConnectionBar connection={shown === 'nothing' ? 'online' : link} showOnline={shown === 'back'}>
      {sentences[link]} {link !== 'online' && waiting > 0 && sentence(waiting)}
    </ConnectionBar>
  );
}
