/** What a newcomer is told, in English. */
export const english = {
  label: 'First steps',
  dismiss: 'Got it',
  start: 'Start your session: choose where you sit and which media you take.',
  ready: 'Be ready: switch a medium on at the top, or press Shift+R. Work is then offered to you.',
  open: 'Open work with Enter, and put it aside with W. What you put aside waits in a workbin on the left.',
  find: 'Ctrl+K finds work, places and commands. The ? key shows all keys.',
};
