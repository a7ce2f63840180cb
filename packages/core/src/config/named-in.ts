/**
 * Which kinds of objects a field names, for whoever lets somebody choose one. Whether a name is there is checked in
 * `references.ts`; a test holds this table to what is checked there.
 */
import type { ConfigurationKind } from './kinds.ts';

const GROUPS = ['agentGroups', 'virtualGroups'] as const;

/** Fields by their path; the elements of a list and the keys of a record go by the name of their field. */
export const NAMED_IN: Readonly<Record<string, readonly ConfigurationKind[]>> = {
  'agents.roles': ['roles'],
  'agents.defaultPlace': ['places'],
  'agents.capacity': ['mediaTypes'],
  'agents.capacityRule': ['capacityRules'],
  'agents.skills': ['skills'],
  'places.capacityRule': ['capacityRules'],
  'placeGroups.places': ['places'],
  'agentGroups.members': ['agents'],
  'agentGroups.supervisors': ['agents'],
  'agentGroups.roles': ['roles'],
  'virtualGroups.supervisors': ['agents'],
  'virtualGroups.roles': ['roles'],
  'mediaTypes.inProgressWorkbin': ['workbinTypes'],
  'mediaTypes.draftWorkbin': ['workbinTypes'],
  'queues.agentGroups': GROUPS,
  'queues.calendar': ['calendars'],
  'queues.strategy': ['strategies'],
  'queues.missedOffer.reason': ['notReadyReasons'],
  'workbinTypes.mediaTypes': ['mediaTypes'],
  'capacityRules.anyOf.allOf.mediaTypes': ['mediaTypes'],
  'dispositions.parent': ['dispositions'],
  'filters.queues': ['queues'],
  'processes.department': ['departments'],
  'processes.queue': ['queues'],
  'capturePoints.queues': ['queues'],
  'taskRules.for.department': ['departments'],
  'taskRules.for.process': ['processes'],
  'taskRules.for.capturePoint': ['capturePoints'],
  'strategies.overrideSets': ['overrideSets'],
  'strategies.steps.overrideSets': ['overrideSets'],
  'strategies.steps.during.calendar': ['calendars'],
  'strategies.steps.targets.agent': ['agents'],
  'strategies.steps.targets.agentGroup': GROUPS,
  'strategies.steps.targets.placeGroup': ['placeGroups'],
  'settings.capacityRule': ['capacityRules'],
};

/** `undefined` where the field names nothing. */
export const kindsNamedIn = (path: string): readonly ConfigurationKind[] | undefined =>
  Object.hasOwn(NAMED_IN, path) ? NAMED_IN[path] : undefined;
