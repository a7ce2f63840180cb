/** What options refer to: the media types in their names; workbins, queues, reasons and media types in their values. */
import { type FaultThing, faultText } from '../config/fault-texts.ts';
import { readName, readValue } from './reading.ts';
import { SECTION } from './registry.ts';
import type { Options, OverrideSet } from './section.ts';

type Carrier = { readonly id: string; readonly options?: Options | undefined };

/** What of a configuration options are in, and what they may name. */
export interface Surroundings {
  readonly options?:
    | { readonly application?: Options | undefined; readonly tenant?: Options | undefined }
    | undefined;
  readonly agentGroups: readonly Carrier[];
  readonly virtualGroups?: readonly Carrier[] | undefined;
  readonly agents: readonly Carrier[];
  readonly overrideSets?: readonly OverrideSet[] | undefined;
  readonly mediaTypes: readonly { readonly id: string }[];
  readonly queues: readonly { readonly id: string }[];
  readonly filters?: readonly { readonly id: string }[] | undefined;
  readonly notReadyReasons?: readonly { readonly id: string }[] | undefined;
  readonly workbinTypes: readonly {
    readonly id: string;
    readonly ownerKind: string;
    readonly mediaTypes?: readonly string[] | undefined;
  }[];
}

/** Work is put aside into these by whoever has it, so they are the agent's own. */
const AGENTS_OWN = ['workbin.<media-type>.in-progress', 'workbin.<media-type>.draft'];

interface Carried {
  readonly where: string;
  readonly path: readonly (string | number)[];
  readonly options: Options | undefined;
}

const carriersOf = (config: Surroundings): readonly Carried[] => [
  { where: 'application', path: ['options', 'application'], options: config.options?.application },
  { where: 'tenant', path: ['options', 'tenant'], options: config.options?.tenant },
  ...carriedBy('agent group', 'agentGroups', config.agentGroups),
  ...carriedBy('virtual group', 'virtualGroups', config.virtualGroups),
  ...carriedBy('agent', 'agents', config.agents),
  ...carriedBy('override set', 'overrideSets', config.overrideSets),
];

const carriedBy = (what: string, list: string, carriers: readonly Carrier[] = []): readonly Carried[] =>
  carriers.map(({ id, options }, index) => ({
    where: `${what} "${id}"`,
    path: [list, index, 'options'],
    options,
  }));

/** What is there to be named. */
type Named = Pick<Surroundings, 'mediaTypes' | 'queues' | 'workbinTypes' | 'filters' | 'notReadyReasons'>;

/** What is wrong with one option where these objects are there: `media type "fax" does not exist`. */
export function optionFaults(named: Named) {
  const { mediaTypes, queues, workbinTypes, filters = [], notReadyReasons = [] } = named;
  const known = {
    'media types': new Set(mediaTypes.map(({ id }) => id)),
    filters: new Set(filters.map(({ id }) => id)),
    queue: new Set(queues.map(({ id }) => id)),
    'not-ready reason': new Set(notReadyReasons.map(({ id }) => id)),
  };
  const workbins = new Map(workbinTypes.map((type) => [type.id, type]));

  function workbinFaults(pattern: string, mediaType: string | undefined, name: string): readonly string[] {
    const type = workbins.get(name);
    if (type === undefined) return [faultText('missing_in_option', { thing: 'workbin type', name })];
    return [
      ...(AGENTS_OWN.includes(pattern) && type.ownerKind !== 'Agent'
        ? [faultText('not_an_agents', { name, owner: type.ownerKind })]
        : []),
      ...(mediaType !== undefined && type.mediaTypes?.includes(mediaType) === false
        ? [faultText('medium_not_taken', { name })]
        : []),
    ];
  }

  return (name: string, text: string): readonly string[] => {
    const read = readName(name);
    // What cannot be read at all is refused where it is written.
    if (!read.ok) return [read.fault];
    const { option, filled } = read.value;
    const mediaType = filled[option.holes.indexOf('media-type')];
    const value = readValue(option, name, text);
    if (!value.ok) return [value.fault];
    const unknown =
      mediaType === undefined || known['media types'].has(mediaType)
        ? []
        : [faultText('missing_in_option', { thing: 'media type', name: mediaType })];
    const listed = option.kind.write(value.value);
    if (listed === '') return unknown;
    const missing = (kind: keyof typeof known, ids: readonly string[]) =>
      ids
        .filter((id) => !known[kind].has(id))
        .map((id) =>
          faultText('missing_in_option', { thing: kind.replace(/s$/, '') as FaultThing, name: id }),
        );
    switch (option.names) {
      case 'workbin type':
        return [...unknown, ...workbinFaults(option.pattern, mediaType, listed)];
      case 'queue':
      case 'not-ready reason':
        return [...unknown, ...missing(option.names, [listed])];
      case 'media types':
      case 'filters':
        return [...unknown, ...missing(option.names, listed.split(','))];
      default:
        return unknown;
    }
  };
}

/** Lists each fault: where, and in words, as `agent "ana": option "fax.auto-answer": media type "fax" does not exist`. */
export function danglingOptions(
  config: Surroundings,
): readonly { readonly path: Carried['path']; readonly message: string }[] {
  const faults = optionFaults(config);
  return carriersOf(config).flatMap(({ where, path, options }) =>
    Object.entries(options?.[SECTION] ?? {}).flatMap(([name, text]) =>
      faults(name, text).map((fault) => ({
        path: [...path, SECTION, name],
        message: `${where}: option "${name}": ${fault}`,
      })),
    ),
  );
}
