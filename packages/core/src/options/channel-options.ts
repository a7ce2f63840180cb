/** Which channels an agent logs on to, and how they begin. */
import { FOR_PEOPLE, option } from './option.ts';
import { flag, nameOfOne, names } from './value.ts';

export const WORKITEM_CHANNELS = option({
  pattern: 'openmedia.workitem-channels',
  kind: names('media types'),
  fallback: [],
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'The kinds of work item the agent may log on to; nothing stands for every kind.',
  effect: 'held',
  names: 'media types',
});

export const CAN_LEAVE_OUT = option({
  pattern: 'login.<media-type>.can-unactivate-channel',
  kind: flag,
  fallback: true,
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'Whether the agent may leave the channel out when logging on; if not, it is there whatever was chosen.',
  effect: 'held',
});

export const AUTO_READY = option({
  pattern: 'login.<media-type>.is-auto-ready',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'Whether the channel begins ready when the log-on does not say.',
  effect: 'held',
});

export const AWAY_REASON = option({
  pattern: 'security.inactivity-not-ready-reason',
  kind: nameOfOne('a not-ready reason'),
  fallback: '',
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'The reason with which the desktop desk makes the agent not ready whose computer nobody touches; nothing for none.',
  effect: 'told',
  names: 'not-ready reason',
});

export const CHANNEL_OPTIONS = [WORKITEM_CHANNELS, CAN_LEAVE_OUT, AUTO_READY, AWAY_REASON] as const;
