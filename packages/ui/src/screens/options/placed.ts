/** Where options are kept in a configuration, level by level. */
import {
  type ConfigurationKind,
  type ContactCentreConfig,
  type Edit,
  LEVELS,
  type Level,
  objectsOf,
  SECTION,
} from '@intray/core';

export type Section = Readonly<Record<string, string>>;

/** The objects that carry the options of a level; none where there is one section for everybody. */
export const CARRIERS: Readonly<Record<Level, ConfigurationKind | undefined>> = {
  application: undefined,
  tenant: undefined,
  agentGroup: 'agentGroups',
  virtualGroup: 'virtualGroups',
  person: 'agents',
  item: 'overrideSets',
};

export const levelOf = (text: string | undefined): Level =>
  LEVELS.find((one) => one === text) ?? 'application';

const NONE: Section = {};
const sectionOf = (options: unknown): Section =>
  (options as Readonly<Record<string, Section>> | undefined)?.[SECTION] ?? NONE;

/** The options that are set at a level; nothing where the object is not there. */
export function optionsOf(config: ContactCentreConfig, level: Level, id: string | undefined): Section {
  if (level === 'application' || level === 'tenant') return sectionOf(config.options?.[level]);
  const kind = CARRIERS[level] as ConfigurationKind;
  return sectionOf(objectsOf(config, kind).find((object) => object.id === id)?.options);
}

/** The edit that sets the options of a level. One without any has no section. */
export function editOfOptions(
  config: ContactCentreConfig,
  level: Level,
  id: string | undefined,
  section: Section,
): Edit | undefined {
  const options = Object.keys(section).length === 0 ? undefined : { [SECTION]: section };
  if (level === 'application' || level === 'tenant') {
    const { [level]: _, ...others } = config.options ?? {};
    return { kind: 'options', put: options === undefined ? others : { ...config.options, [level]: options } };
  }
  const kind = CARRIERS[level] as ConfigurationKind;
  const object = objectsOf(config, kind).find((one) => one.id === id);
  if (object === undefined) return undefined;
  if (options !== undefined) return { kind, put: { ...object, options } };
  // An override set is nothing but its options.
  if (level === 'item') return { kind, put: { ...object, options: { [SECTION]: {} } } };
  const { options: _, ...rest } = object;
  return { kind, put: rest as typeof object };
}

/** Without one name. */
export function without(section: Section, name: string): Section {
  const { [name]: _, ...rest } = section;
  return rest;
}

/** Where in a configuration the options of a level stand, as faults name the place. */
export function pathOf(
  config: ContactCentreConfig,
  level: Level,
  id: string | undefined,
): readonly (string | number)[] {
  const kind = CARRIERS[level];
  return kind === undefined
    ? ['options', level, SECTION]
    : [kind, objectsOf(config, kind).findIndex((object) => object.id === id), 'options', SECTION];
}

/** What everybody has who has nothing nearer: the tenant's word, else the application's. */
export function forEverybody(
  config: ContactCentreConfig,
  level: Level,
  name: string,
): { readonly level: Level; readonly value: string } | undefined {
  const wider =
    level === 'application' ? [] : level === 'tenant' ? ['application'] : ['tenant', 'application'];
  for (const one of wider as readonly Level[]) {
    const value = optionsOf(config, one, undefined)[name];
    if (value !== undefined) return { level: one, value };
  }
  return undefined;
}
