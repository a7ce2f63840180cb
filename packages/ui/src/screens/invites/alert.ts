/**
 * Tells of a new offer beside the screen: a sound, and a notification of the system where no tab of the desk is to be
 * seen. Of several tabs one does it: the first that is visible, else the first that comes.
 */
import { notificationsWanted, soundWanted, volumeWanted } from '../preferences.ts';
import { sound } from './tones.ts';

/** Which offer was told last, for all tabs of this browser. */
const TOLD = 'intray.told';
/** Milliseconds that a hidden tab leaves to one that is seen. */
const COURTESY = 200;

export interface News {
  /** Names the offer: the same in every tab. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
}

/** The first to ask for a key gets it; the others are told no. Where the browser knows no locks, everybody does. */
async function claim(key: string): Promise<boolean> {
  const take = () => {
    try {
      if (localStorage.getItem(TOLD) === key) return false;
      localStorage.setItem(TOLD, key);
    } catch {
      // A browser that keeps nothing has nothing by which tabs could agree.
    }
    return true;
  };
  return 'locks' in navigator ? navigator.locks.request(TOLD, take) : take();
}

/** Tells of it, unless another tab does or the returned function is called before. */
export function alertTo({ key, title, body }: News): () => void {
  const hidden = document.visibilityState === 'hidden';
  const tell = async () => {
    if (!(await claim(key))) return;
    const tone = soundWanted();
    if (tone !== undefined) sound(tone, volumeWanted());
    if (!hidden || !notificationsWanted() || Notification.permission !== 'granted') return;
    const note = new Notification(title, { body, tag: key });
    note.onclick = () => {
      window.focus();
      note.close();
    };
  };
  const timer = setTimeout(() => void tell(), hidden ? COURTESY : 0);
  return () => clearTimeout(timer);
}
