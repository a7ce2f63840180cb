/** What the screens say about work that waits for the server, in English. */
import { counted } from '../../language/locale.ts';

const changes = (n: number) => counted(n, 'change', 'changes');

export const english = {
  local: 'You see your work as it was last known.',
  waiting: (n: number) => `${changes(n)} kept on this computer until the server is reached.`,
  sending: (n: number) => `Sending ${changes(n)}.`,
  toSettle: (n: number) => `${changes(n)} need${n === 1 ? 's' : ''} your choice`,
  title: 'Changed on both sides',
  why: 'While you worked without the server, somebody else changed the same work. Nothing has been overwritten.',
  key: 'What',
  mine: 'Yours',
  theirs: 'On the server',
  nothing: 'nothing',
  takeMine: 'Use mine',
  takeTheirs: 'Keep the server’s',
  close: 'Later',
  reasons: {
    data: 'You and somebody else changed the same thing.',
    moved: 'It has been moved or taken in between.',
    gone: 'You can no longer see this work.',
    refused: 'The server refused it.',
  },
  steps: {
    addNote: 'Note',
    attachUserData: 'Attached data',
    updateUserData: 'Attached data',
    deleteUserData: 'Attached data taken away',
    placeInWorkbin: 'Put in workbin',
    snooze: 'Snooze',
    complete: 'Mark done',
  },
} as const;
