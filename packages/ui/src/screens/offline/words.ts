/** What the screens say about work that waits for the server. */
const changes = (n: number) => (n === 1 ? '1 change' : `${n.toLocaleString('en')} changes`);

export const offlineWords = {
  local: 'You see your work as it was last known.',
  waiting: (n: number) => `${changes(n)} kept on this computer until the server is reached.`,
  sending: (n: number) => `Sending ${changes(n)}.`,
  toSettle: (n: number) => `${changes(n)} need${n === 1 ? 's' : ''} your choice`,
  title: 'Changed on both sides',
  why: 'While you worked without the server, somebody else changed the same work. Nothing has been overwritten.',
  key: 'What',
  mine: 'Yours',
  theirs: 'On the server',
  none: 'nothing',
  takeMine: 'Use mine',
  takeTheirs: 'Keep the server’s',
  close: 'Later',
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
