/** What is known of an option, and how its name is made. */
import type { ValueKind } from './value.ts';

/** Where an option may be set, from weak to strong. What nobody set has its default. */
export const LEVELS = ['application', 'tenant', 'agentGroup', 'virtualGroup', 'person', 'item'] as const;
export type Level = (typeof LEVELS)[number];

/** For the people it is set for, in whatever they do. */
export const FOR_PEOPLE = ['application', 'tenant', 'agentGroup', 'virtualGroup', 'person'] as const;
/** The same, and by an override set for one interaction. */
export const FOR_PEOPLE_AND_ITEMS = LEVELS;

/** The configuration that some options have as their default: what was said elsewhere holds until an option is set. */
export interface Premises {
  readonly mediaTypes: ReadonlyMap<
    string,
    { readonly inProgressWorkbin?: string | undefined; readonly draftWorkbin?: string | undefined }
  >;
  readonly settings: { readonly dispositionMandatory: boolean };
}

/**
 * What comes of it. `held`: the server does it, for every desk and program. `told`: every desk and program can read it;
 * the server does nothing with it. `none`: it is kept, and nothing here has a use for it yet.
 */
export type Effect = 'held' | 'told' | 'none';

export interface Description<T> {
  /** Its name, with holes such as `<media-type>` for what varies. */
  readonly pattern: string;
  readonly kind: ValueKind<T>;
  readonly fallback: T;
  /** What is configured elsewhere and holds until the option is set; `undefined` for nothing. */
  readonly configured?: (holes: readonly string[], premises: Premises) => T | undefined;
  /** The sentence for the page about `configured`. */
  readonly configuredBy?: string;
  /** An option of the same value that speaks where nobody set this one. */
  readonly fallsBackTo?: Option<T>;
  readonly levels: readonly Level[];
  /** The version of Intray, or of Genesys Workspace where that is known, that brought it. */
  readonly since: string;
  /** One sentence. */
  readonly says: string;
  readonly effect: Effect;
  /** What its value names. */
  readonly names?: 'workbin type' | 'queue' | 'not-ready reason' | 'media types' | 'filters';
}

export interface Option<T = unknown, Pattern extends string = string> extends Description<T> {
  readonly pattern: Pattern;
  /** The pattern, cut at its holes: one piece more than there are holes. */
  readonly pieces: readonly string[];
  /** What stands in each hole: `media-type`, `nickname`. */
  readonly holes: readonly string[];
}

const HOLE = /<([a-z-]+)>/;

/** Registers an option. */
export function option<T, const Pattern extends string>(
  description: Description<T> & { readonly pattern: Pattern },
): Option<T, Pattern> {
  const cut = description.pattern.split(HOLE);
  return {
    ...description,
    pieces: cut.filter((_, index) => index % 2 === 0),
    holes: cut.filter((_, index) => index % 2 === 1),
  };
}

/** The option's name with its holes filled, in order. */
export function nameOf(
  { pieces }: { readonly pieces: readonly string[] },
  filled: readonly string[],
): string {
  let name = pieces[0] ?? '';
  for (let index = 1; index < pieces.length; index += 1)
    name += (filled[index - 1] ?? '') + (pieces[index] ?? '');
  return name;
}
