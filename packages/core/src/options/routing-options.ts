/** Which transfers take the way through routing. */
import { FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { nameOfOne, someOf } from './value.ts';

export const ROUTING_QUEUE = option({
  pattern: 'intercommunication.<media-type>.queue',
  kind: nameOfOne('a queue'),
  fallback: '',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The queue that takes transfers through routing; without one, agents and queues are reached straight, agent groups and skills not at all.',
  effect: 'held',
  names: 'queue',
});

export const ROUTING_TARGETS = option({
  pattern: 'intercommunication.<media-type>.routing-based-targets',
  kind: someOf('Agent', 'Queue'),
  fallback: [],
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Which targets are reached through routing.',
  effect: 'held',
});

export const ROUTING_ACTIONS = option({
  pattern: 'intercommunication.<media-type>.routing-based-actions',
  kind: someOf('MakeCall', 'OneStepConference', 'InitConference', 'OneStepTransfer', 'InitTransfer'),
  fallback: ['OneStepTransfer'],
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Which actions take the way through routing; of these only `OneStepTransfer` exists here.',
  effect: 'held',
});

export const ROUTING_OPTIONS = [ROUTING_QUEUE, ROUTING_TARGETS, ROUTING_ACTIONS] as const;
