/** The kinds of objects a configuration consists of, by the names of its lists, and what one of each is called. */
import type { ContactCentreConfig } from './objects.ts';

/** What is no list of objects. */
export type SingleConfiguration = 'settings' | 'options';
export type ConfigurationKind = Exclude<keyof ContactCentreConfig, SingleConfiguration>;

/** In the order in which they are best read and written: what is named comes before what names it. */
export const CONFIGURATION_KINDS: Readonly<Record<ConfigurationKind, string>> = {
  roles: 'role',
  mediaTypes: 'media type',
  workbinTypes: 'workbin type',
  capacityRules: 'capacity rule',
  places: 'place',
  placeGroups: 'place group',
  skills: 'skill',
  agents: 'agent',
  agentGroups: 'agent group',
  virtualGroups: 'virtual group',
  calendars: 'calendar',
  queues: 'queue',
  dispositions: 'disposition',
  notReadyReasons: 'not-ready reason',
  businessAttributes: 'business attribute',
  filters: 'filter',
  optionSections: 'option section',
  overrideSets: 'override set',
  departments: 'department',
  processes: 'process',
  capturePoints: 'capture point',
  taskRules: 'task rule',
  strategies: 'strategy',
};

export interface ConfiguredObject {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The objects of a kind; none where the configuration does not mention it. */
export const objectsOf = (
  config: ContactCentreConfig,
  kind: ConfigurationKind,
): readonly ConfiguredObject[] => config[kind] ?? [];

export const kindsOfConfiguration = Object.keys(CONFIGURATION_KINDS) as readonly ConfigurationKind[];
