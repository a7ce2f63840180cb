/** The frame of the desk, in English: signing in, where one can go, channels, keys. */
import type { Channel } from '@intray/core';
import { counted } from '../../language/locale.ts';

export const frameWords = {
  product: 'Intray',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  nobody: 'Nobody',
  none: 'None',
  loadFailed: 'This could not be loaded',

  signIn: {
    title: 'Sign in to Intray',
    again: 'Sign in again',
    againWhy: 'Your login has ended. What you were doing is still here.',
    userName: 'User name',
    password: 'Password',
    submit: 'Sign in',
    demo: 'Demo: agent1 … agent6, lead1, admin1; password demo',
    missing: 'Enter your user name and your password.',
    loading: 'Opening your desk',
  },

  connection: {
    reconnecting: 'Reconnecting. Your work is kept, and nothing you do is lost.',
    offline: 'You are offline. Your work is kept, and what you do is sent when the network is back.',
    waiting: (n: number) => `${counted(n, 'change', 'changes')} waiting to be sent.`,
    back: 'Connected again. Everything is up to date.',
  },

  nav: {
    label: 'Places',
    work: 'My work',
    colleagues: 'Colleagues',
    finished: 'Finished',
    mine: 'My workbins',
    team: 'Team workbins',
    emptyTrays: (n: number) => `Show ${n} empty`,
    hideEmpty: 'Hide empty',
    queues: 'Queues',
    items: (n: number) => counted(n, 'item', 'items'),
    open: 'Show places',
    width: 'Width of the open item',
    skip: 'Skip to the list',
  },

  session: {
    title: 'Start your session',
    why: 'Choose where you sit and what you take. You are offered work once you are ready.',
    place: 'Place',
    findPlace: 'Find a place',
    noPlace: 'No such place',
    openPlaces: 'Show all places',
    channels: 'Channels',
    atOnce: (n: number) => `up to ${n} at once`,
    readyAtOnce: 'Ready at once',
    start: 'Start session',
    end: 'End session',
    ended: 'You are not logged on, so no work is offered to you.',
    unreachable: 'Unreachable',
  },

  channels: {
    button: 'My channels',
    ready: 'Ready',
    notReady: 'Not ready',
    partly: (n: number, all: number) => `Ready on ${n} of ${all}`,
    off: 'Logged off',
    all: 'All channels',
    makeReady: 'Ready',
    makeNotReady: 'Not ready',
    because: 'Not ready because of',
    since: 'since',
    load: (has: number, may: number) => `${has} of ${may}`,
    state: ({ ready, reason }: Channel, nameOf: (reason: string) => string) =>
      ready ? 'Ready' : reason === undefined ? 'Not ready' : nameOf(reason),
  },

  person: {
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
    sound: 'Sound for new offers',
    shortcuts: 'Keyboard shortcuts',
    theme: 'Colours',
    themes: { light: 'Light', dark: 'Dark', system: 'As the system' },
    language: 'Language',
  },

  toasts: { corner: 'Notices', dismiss: 'Dismiss' },

  shortcuts: {
    title: 'Keyboard shortcuts',
    groups: {
      move: 'Moving around',
      list: 'In a list',
      item: 'The open item',
      offers: 'Offers',
      desk: 'The desk',
    },
    next: 'Next and previous item',
    row: 'The keys of an item act where the keyboard is: on the chosen rows, on the row with the frame, or on the open item.',
    open: 'Open',
    back: 'Back to the list, close',
    choose: 'Choose, choose several',
    chooseAll: 'Choose all that is loaded',
    filter: 'Filter the list',
    goWork: 'Go to my work',
    goWorkbin: 'Go to a workbin',
    goFinished: 'Go to finished',
    ready: 'Ready or not ready on all channels',
    help: 'This overview',
    acceptOffer: 'Accept the oldest offer',
    rejectOffer: 'Reject the oldest offer',
  },
} as const;
