/** Whether somebody is there: a computer nobody touches is offered nothing, and one that wakes up recovers at once. */
import type { Wish } from '../shared/news.ts';
import type { Electron, Timers } from './facade.ts';

export interface PresencePorts {
  readonly power: Electron['power'];
  readonly timers: Timers;
  /** Minutes; 0 for never. */
  readonly awayAfter: () => number;
  readonly wish: (wish: Wish) => void;
  /** The computer has been asleep: what was connected is no longer, whatever it says. */
  readonly onWoken: () => void;
}

const LOOK_EVERY = 15_000;
const MINUTE = 60_000;

/** Watches until the returned function is called. Being away is said once, until somebody is back. */
export function watchPresence({ power, timers, awayAfter, wish, onWoken }: PresencePorts): () => void {
  let lockedAt: number | undefined;
  let away = false;

  const look = () => {
    const limit = awayAfter() * MINUTE;
    const locked = lockedAt === undefined ? 0 : timers.now() - lockedAt;
    const untouched = Math.max(power.idleSeconds() * 1_000, locked);
    const isAway = limit > 0 && untouched >= limit;
    if (isAway && !away) wish({ do: 'away' });
    away = isAway;
  };

  power.onLock(() => {
    lockedAt = timers.now();
  });
  power.onUnlock(() => {
    lockedAt = undefined;
    wish({ do: 'recover' });
    look();
  });
  power.onResume(() => {
    onWoken();
    wish({ do: 'recover' });
    look();
  });
  return timers.every(LOOK_EVERY, look);
}
