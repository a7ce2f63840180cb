/** What the live board says. */
import type { Hindrance, SessionCommandAllowed } from '@intray/core';
import { counted as count, locale } from '../../language/locale.ts';

export type AgentState = 'off' | 'unreachable' | 'ready' | 'partly' | 'notReady' | 'full';

export const english = {
  title: 'Live board',
  loading: 'Loading the board',
  agents: 'Agents',
  queues: 'Queues',
  tabs: 'What the board shows',
  find: 'Find an agent',
  onlyActive: 'Logged on only',
  summary: (ready: number, active: number) => `${ready} ready of ${active} logged on`,
  more: (n: number) => `${count(n, 'more', 'more')} are not shown`,
  empty: { agents: 'No agents', agentsWhy: 'Nobody of your groups fits.', queues: 'No queues' },
  states: {
    off: 'Logged off',
    unreachable: 'Unreachable',
    ready: 'Ready',
    partly: 'Partly ready',
    notReady: 'Not ready',
    full: 'Busy, no room',
  } satisfies Record<AgentState, string>,
  columns: {
    agent: 'Agent',
    state: 'State',
    media: 'Media',
    since: 'Since',
    work: 'Work',
    oldest: 'Oldest',
    place: 'Place',
    queue: 'Queue',
    waiting: 'Waiting',
    overdue: 'Overdue',
    ready: 'Ready agents',
  },
  medium: (name: string, what: string, load: number, capacity: number) =>
    `${name}: ${what}, ${load} of ${capacity}`,
  hindrances: {
    none: 'ready',
    notLoggedOn: 'logged off',
    unreachable: 'unreachable',
    notOnThisMedium: 'not on it',
    notReady: 'not ready',
    noRoom: 'no room',
  } satisfies Record<Hindrance, string>,
  atLeast: (n: number, looked: number, waiting: number) =>
    waiting > looked
      ? `${n.toLocaleString(locale())} of the first ${looked.toLocaleString(locale())}`
      : n.toLocaleString(locale()),
  nobodyReady: 'Nobody is ready for this queue',
  agent: {
    pane: 'The chosen agent',
    close: 'Close',
    loggedOn: 'Logged on',
    media: 'Media',
    room: (load: number, capacity: number) => `${load} of ${capacity}`,
    work: 'Work in hand',
    noWork: 'Nothing in hand and nothing offered.',
    offered: 'Offered',
    open: (subject: string) => `Open ${subject}`,
    takeBackOf: (subject: string) => `Take back ${subject}`,
    why: 'Why no work comes',
    commands: {
      setReady: 'Set ready',
      setNotReady: 'Set not ready',
      endSession: 'Log off',
    } satisfies Record<SessionCommandAllowed, string>,
    notReadyBecause: 'Not ready because of',
    noReason: 'No reason',
    logOffTitle: (name: string) => `Log ${name} off?`,
    logOffWhy: 'Work in hand goes where its medium says: to a workbin, to its queue, or it stays.',
    cancel: 'Cancel',
  },
};
