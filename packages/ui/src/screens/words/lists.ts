/** Lists of work and of people, in English. */
import { counted } from '../../language/locale.ts';

export const listsWords = {
  list: {
    media: 'Media',
    subject: 'Subject',
    from: 'From',
    state: 'State',
    priority: 'Priority',
    due: 'Due',
    age: 'Here',
    ended: 'Ended',
    outcome: 'Disposition',
    filter: 'Filter this list',
    filtered: (n: number, all: number) => `${n} of ${all}`,
    noMatch: 'Nothing matches',
    noMatchWhy: 'The filter looks at the rows loaded so far.',
    clearFilter: 'Clear the filter',
    loading: (name: string) => `Loading ${name}`,
    chosen: (n: number) => `${counted(n, 'item', 'items')} chosen`,
    letGo: 'Clear',
    limit: (n: number, limit: number) => `${n} of ${limit}`,
    more: 'Loading more',
    untitled: '(no subject)',
  },

  empty: {
    work: 'Nothing on your desk',
    workReady: 'You are ready. New work appears here as soon as it is offered to you.',
    workNotReady: 'You are not ready. Switch a channel to ready, or pull something from a workbin.',
    workbin: 'This workbin is empty',
    workbinWhy: 'What you or your colleagues put aside here waits until somebody takes it up.',
    queue: 'Nobody is waiting',
    queueWhy: 'Work that comes in to this queue appears here until it is offered to somebody.',
    finished: 'Nothing finished yet',
    finishedWhy: 'Work that you have marked done is listed here, newest first.',
    colleagues: 'Nobody found',
    colleaguesWhy: 'Try another name.',
  },

  /** One thing done to several items. */
  several: {
    batches: {
      pull: 'Pull',
      complete: 'Done',
      workbin: 'Move to workbin',
      queue: 'Move to queue',
      snooze: 'Snooze',
    },
    title: (command: string, n: number) => `${command}: ${counted(n, 'item', 'items')}`,
    result: (command: string, done: number, all: number) => `${command}: ${done} of ${all} done`,
    refusal: (subject: string, why: string) => `${subject}: ${why}`,
    more: (n: number) => `and ${n} more`,
    notNow: (state: string) => `this is not possible now. State: ${state}.`,
  },

  colleagues: {
    find: 'Find a colleague',
    ready: 'Ready for',
    away: 'Unreachable',
    off: 'Logged off',
    idle: 'Not ready',
  },
} as const;
