/**
 * What an option says for a person, and for one interaction in their hands. The nearest level that says anything wins:
 * default < application < tenant < agent groups < virtual groups < person < override sets of the interaction.
 */
import type { UserData } from '../values.ts';
import { OVERRIDE_KEY } from './case-options.ts';
import { type Level, nameOf, type Option, type Premises } from './option.ts';
import type { Placed, PlacedOptions } from './placed-options.ts';

/** What resolving looks at of a contact centre. */
export interface OptionGround extends Premises {
  readonly options: PlacedOptions;
}

/** For whom, and for which interaction if for one. */
export interface Asking {
  /** `undefined`: for nobody in particular; what holds for everybody. */
  readonly agentId: string | undefined;
  readonly item?: { readonly userData: UserData } | undefined;
}

/** One place where an option may be set. */
export interface Layer {
  readonly level: Level;
  /** The group, the person or the override set. */
  readonly of?: string;
  readonly placed: Placed;
}

const NO_GROUPS: NonNullable<ReturnType<PlacedOptions['agentGroupsOf']['get']>> = [];

/** Names of the override sets that the interaction carries, the last one first. */
export function namedSets({ item, ...asking }: Asking, ground: OptionGround): readonly string[] {
  if (item === undefined) return [];
  const key = resolve(OVERRIDE_KEY, [], asking, ground);
  const listed = key !== '' && Object.hasOwn(item.userData, key) ? item.userData[key] : undefined;
  if (typeof listed !== 'string') return [];
  const sets = listed.split(',').map((name) => name.trim());
  return sets.filter((name) => name !== '').reverse();
}

/** Everything that may speak for the person and the interaction, the strongest first. A set that does not exist says nothing. */
export function* layers(asking: Asking, ground: OptionGround): Iterable<Layer> {
  const { application, tenant, agentGroupsOf, virtualGroupsOf, persons, overrideSets } = ground.options;
  if (overrideSets.size > 0)
    for (const id of namedSets(asking, ground)) {
      const placed = overrideSets.get(id);
      if (placed !== undefined) yield { level: 'item', of: id, placed };
    }
  const { agentId } = asking;
  if (agentId !== undefined) {
    const own = persons.get(agentId);
    if (own !== undefined) yield { level: 'person', of: agentId, placed: own };
    for (const { id, placed } of virtualGroupsOf.get(agentId) ?? NO_GROUPS)
      yield { level: 'virtualGroup', of: id, placed };
    for (const { id, placed } of agentGroupsOf.get(agentId) ?? NO_GROUPS)
      yield { level: 'agentGroup', of: id, placed };
  }
  yield { level: 'tenant', placed: tenant };
  yield { level: 'application', placed: application };
}

/** What holds where nobody set the option. */
export function defaultOf<T>(
  option: Option<T>,
  filled: readonly string[],
  asking: Asking,
  ground: OptionGround,
): T {
  if (option.fallsBackTo !== undefined) return resolve(option.fallsBackTo, [], asking, ground);
  return option.configured?.(filled, ground) ?? option.fallback;
}

/** What was set, by the strongest level that says anything; `undefined` if nobody set the option. */
export function setValue<T>(
  option: Option<T>,
  filled: readonly string[],
  asking: Asking,
  ground: OptionGround,
): T | undefined {
  if (ground.options.empty) return undefined;
  const name = nameOf(option, filled);
  // Sound because `place` put the value there by the kind of the option that has this very name.
  for (const { placed } of layers(asking, ground)) if (placed.has(name)) return placed.get(name) as T;
  return undefined;
}

/**
 * The effective value.
 * @param filled what stands in the holes of the option's name, in order: the media type, the nickname
 */
export const resolve = <T>(
  option: Option<T>,
  filled: readonly string[],
  asking: Asking,
  ground: OptionGround,
): T => setValue(option, filled, asking, ground) ?? defaultOf(option, filled, asking, ground);
