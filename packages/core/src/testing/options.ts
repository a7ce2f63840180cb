/** The contact centre of the tests with options set where a test wants them. */
import { type ContactCentre, contactCentre } from '../config/contact-centre.ts';
import { ContactCentreConfig } from '../config/objects.ts';
import { SECTION } from '../options/registry.ts';
import { CONFIG } from './centre.ts';

type Texts = Readonly<Record<string, string>>;

/** Options by level; groups, persons and override sets by id. */
export interface Settings {
  readonly application?: Texts | undefined;
  readonly tenant?: Texts | undefined;
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

/** A contact centre with these options, read as a configuration file would be. */
export function centreWithOptions(
  { application = {}, tenant = {}, groups = {}, persons = {}, sets = {} }: Settings,
  objects: Partial<ContactCentreConfig> = {},
): ContactCentre {
  const config = { ...CONFIG, ...objects };
  return contactCentre(
    ContactCentreConfig.parse({
      ...config,
      options: { application: section(application), tenant: section(tenant) },
      agentGroups: carrying(config.agentGroups, groups),
      agents: carrying(config.agents, persons),
      overrideSets: Object.entries(sets).map(([id, options]) => ({ id, options: section(options) })),
    }),
  );
}

/** One option at each level that people have, for `ana` of the group `Claims`, in the words of a test's title. */
export const atEachLevel = (options: Texts): readonly (readonly [string, Settings])[] => [
  ['for the application', { application: options }],
  ['for the tenant', { tenant: options }],
  ['for the agent group', { groups: { Claims: options } }],
  ['for the person', { persons: { ana: options } }],
];

/** The override set `VIP` with these options; `overridden` attached to an interaction names it. */
export const byOverride = (options: Texts): Settings => ({ sets: { VIP: options } });
export const overridden = { userData: { IW_OverrideOptions: 'VIP' } } as const;
