/** The contact centre of the tests with options set where a test wants them. */
import { type ContactCentre, contactCentre } from '../config/contact-centre.ts';
import { ContactCentreConfig } from '../config/objects.ts';
import type { Level } from '../options/option.ts';
import { SECTION } from '../options/registry.ts';
import { CONFIG } from './centre.ts';

type Texts = Readonly<Record<string, string>>;

/** Options by level; groups, virtual groups, persons and override sets by id. */
export interface Settings {
  readonly application?: Texts | undefined;
  readonly tenant?: Texts | undefined;
  readonly virtual?: Readonly<Record<string, Texts>> | undefined;
  readonly groups?: Readonly<Record<string, Texts>> | undefined;
  readonly persons?: Readonly<Record<string, Texts>> | undefined;
  readonly sets?: Readonly<Record<string, Texts>> | undefined;
}

const section = (options: Texts) => ({ [SECTION]: options });

function carrying<T extends { readonly id: string }>(
  objects: readonly T[],
  options: Readonly<Record<string, Texts>>,
): readonly T[] {
  return objects.map((object) => {
    const own = Object.hasOwn(options, object.id) ? options[object.id] : undefined;
    return own === undefined ? object : { ...object, options: section(own) };
  });
}

/** Virtual groups of whoever speaks the language; `ana` does. */
const virtually = (config: ContactCentreConfig, virtual: Readonly<Record<string, Texts>>) =>
  Object.keys(virtual).length === 0
    ? {}
    : {
        skills: [...(config.skills ?? []), { id: 'Welsh', name: 'Welsh' }],
        virtualGroups: [
          ...(config.virtualGroups ?? []),
          ...Object.entries(virtual).map(([id, options]) => ({
            id,
            name: id,
            expression: 'Welsh >= 3',
            supervisors: [],
            options: section(options),
          })),
        ],
      };

const withSkill = <T extends { readonly id: string }>(agent: T) =>
  agent.id === 'ana' ? { ...agent, skills: { Welsh: 5 } } : agent;

/** A contact centre with these options, read as a configuration file would be. */
export function centreWithOptions(
  { application = {}, tenant = {}, groups = {}, virtual = {}, persons = {}, sets = {} }: Settings,
  objects: Partial<ContactCentreConfig> = {},
): ContactCentre {
  const config = { ...CONFIG, ...objects };
  return contactCentre(
    ContactCentreConfig.parse({
      ...config,
      options: { application: section(application), tenant: section(tenant) },
      agentGroups: carrying(config.agentGroups, groups),
      ...virtually(config, virtual),
      agents: carrying(
        Object.keys(virtual).length === 0 ? config.agents : config.agents.map(withSkill),
        persons,
      ),
      overrideSets: Object.entries(sets).map(([id, options]) => ({ id, options: section(options) })),
    }),
  );
}

/** Options at one level: that of `ana`, of a group of hers, or of the override set `VIP`. */
export function settingsAt(level: Level, options: Texts): Settings {
  switch (level) {
    case 'application':
      return { application: options };
    case 'tenant':
      return { tenant: options };
    case 'agentGroup':
      return { groups: { Claims: options } };
    case 'virtualGroup':
      return { virtual: { Fluent: options } };
    case 'person':
      return { persons: { ana: options } };
    case 'item':
      return byOverride(options);
  }
}

/** One option at each level that people have, for `ana` of the group `Claims`, in the words of a test's title. */
export const atEachLevel = (options: Texts): readonly (readonly [string, Settings])[] => [
  ['for the application', settingsAt('application', options)],
  ['for the tenant', settingsAt('tenant', options)],
  ['for the agent group', settingsAt('agentGroup', options)],
  ['for the virtual group', settingsAt('virtualGroup', options)],
  ['for the person', settingsAt('person', options)],
];

/** The override set `VIP` with these options; `overridden` attached to an interaction names it. */
export const byOverride = (options: Texts): Settings => ({ sets: { VIP: options } });
export const overridden = { userData: { IW_OverrideOptions: 'VIP' } } as const;
