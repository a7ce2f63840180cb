/** Why an option says what it says: every level's value, and which of them won. */
import type { Json } from '../values.ts';
import type { Effect, Level } from './option.ts';
import { type Named, nameOfNamed, readName } from './reading.ts';
import { OPTIONS } from './registry.ts';
import { type Asking, defaultOf, layers, namedSets, type OptionGround } from './resolve.ts';
import { NICKNAMED } from './workbin-options.ts';

export interface LevelValue {
  readonly level: Level | 'default';
  /** The group, the person or the override set. */
  readonly of?: string;
  /** As a section would have it. */
  readonly value: string;
}

export interface OptionExplanation {
  readonly name: string;
  readonly pattern: string;
  readonly says: string;
  readonly expected: string;
  readonly effect: Effect;
  /** Where it may be set. */
  readonly settableAt: readonly Level[];
  /** The effective value as text, and as what it means. */
  readonly value: string;
  readonly means: Json;
  readonly wonBy: Level | 'default';
  readonly wonByOf?: string;
  /** Every level that says something, the strongest first; the last is the default. */
  readonly levels: readonly LevelValue[];
  /** Override sets that the interaction names and that do not exist. */
  readonly unknownSets: readonly string[];
}

/** Explains one option for a person, and for one interaction if given. */
export function explain(named: Named, asking: Asking, ground: OptionGround): OptionExplanation {
  const { option, filled } = named;
  const name = nameOfNamed(named);
  const written = (value: unknown) => option.kind.write(value);
  const set = [...layers(asking, ground)].filter(({ placed }) => placed.has(name));
  const unset = defaultOf(option, filled, asking, ground);
  const levels: readonly LevelValue[] = [
    ...set.map(({ level, of, placed }) => ({
      level,
      ...(of === undefined ? {} : { of }),
      value: written(placed.get(name)),
    })),
    { level: 'default', value: written(unset) },
  ];
  const winner = set[0];
  return {
    name,
    pattern: option.pattern,
    says: option.says,
    expected: option.kind.expected,
    effect: option.effect,
    settableAt: option.levels,
    value: written(winner === undefined ? unset : winner.placed.get(name)),
    means: (winner === undefined ? unset : winner.placed.get(name)) as Json,
    wonBy: winner?.level ?? 'default',
    ...(winner?.of === undefined ? {} : { wonByOf: winner.of }),
    levels,
    unknownSets: namedSets(asking, ground).filter((id) => !ground.options.overrideSets.has(id)),
  };
}

/** Nicknames that every medium has, whether or not something is set for them. */
const NICKNAMES = ['in-progress', 'draft'];

/** Every option under its full names: once for each media type, and for the nicknames that every medium has. */
export function* everyName(mediaTypes: readonly string[]): Iterable<Named> {
  for (const option of OPTIONS) {
    if (option.holes.length === 0) yield { option, filled: [] };
    else if (option.holes.length === 1)
      for (const mediaType of mediaTypes) yield { option, filled: [mediaType] };
    // A nickname's own workbin is named where somebody has set it, and nowhere else.
    else if (option !== NICKNAMED)
      for (const mediaType of mediaTypes)
        for (const nickname of NICKNAMES) yield { option, filled: [mediaType, nickname] };
  }
}

/** Every option that there is for the person, in the order of the registry; what somebody nicknamed comes last. */
export function explainAll(
  mediaTypes: readonly string[],
  asking: Asking,
  ground: OptionGround,
): readonly OptionExplanation[] {
  const all = new Map<string, Named>();
  for (const named of everyName(mediaTypes)) all.set(nameOfNamed(named), named);
  for (const { placed } of layers(asking, ground))
    for (const name of placed.keys()) {
      const named = readName(name);
      if (named.ok && !all.has(name)) all.set(name, named.value);
    }
  return [...all.values()].map((named) => explain(named, asking, ground));
}
