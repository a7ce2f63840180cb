/**
 * What a new version of the configuration means to one person whose desk is open: what of their desk follows from it,
 * which kinds of things may be called otherwise, and whether other things may be done with the work on the desk.
 */
import type { Privilege } from '../access/privileges.ts';
import type { Actor } from '../actor.ts';
import { capacityOf } from '../agent/capacity.ts';
import { type ChannelChoice, channelChoices } from '../agent/channels.ts';
import type { ContactCentre } from './contact-centre.ts';
import { configurationDifferences, type ObjectDifference } from './differences.ts';
import type { Agent } from './objects.ts';

/** From one version to a later one. */
export interface Reconfiguration {
  readonly before: ContactCentre;
  readonly after: ContactCentre;
  readonly differences: readonly ObjectDifference[];
}

export type ConfigurationPart = ObjectDifference['kind'];

/** What of a desk follows from the configuration alone. */
export interface DeskFacts {
  readonly agent: Agent;
  readonly privileges: readonly Privilege[];
  /** Per media type: how many at once. */
  readonly capacity: Readonly<Record<string, number>>;
  /** The channels there are for me, and how they begin. */
  readonly channels: readonly ChannelChoice[];
}

export interface ConfigurationNews {
  /** Kinds of which something is different, each once. */
  readonly about: readonly ConfigurationPart[];
  /** What of the desk follows from the configuration alone, as it is now. Absent for who is no agent. */
  readonly desk?: DeskFacts;
  /** Other things may be done with the work on the desk, or they may be done otherwise. */
  readonly work: boolean;
}

export const reconfiguration = (before: ContactCentre, after: ContactCentre): Reconfiguration => ({
  before,
  after,
  differences: configurationDifferences(before.config, after.config),
});

/** `undefined` for who is no agent of the contact centre. */
export function deskFacts(agentId: string, centre: ContactCentre): DeskFacts | undefined {
  const agent = centre.agents.get(agentId);
  return (
    agent && {
      agent,
      privileges: [...(centre.grants.get(agentId)?.privileges ?? [])],
      capacity: Object.fromEntries(
        [...centre.mediaTypes.keys()].map((media) => [media, capacityOf(agentId, media, centre)]),
      ),
      channels: channelChoices(agentId, centre),
    }
  );
}

export function configurationNews(actor: Actor, changed: Reconfiguration): ConfigurationNews {
  const { after, differences } = changed;
  const desk = actor.kind === 'user' ? deskFacts(actor.id, after) : undefined;
  return {
    about: [...new Set(differences.map(({ kind }) => kind))],
    ...(desk === undefined ? {} : { desk }),
    work: differences.some((difference) => bearsOnWorkOf(actor, difference, changed)),
  };
}

/** News of several versions, the older first, as one. */
export const joinNews = (
  earlier: ConfigurationNews | undefined,
  later: ConfigurationNews,
): ConfigurationNews => ({
  ...later,
  about: [...new Set([...(earlier?.about ?? []), ...later.about])],
  work: later.work || (earlier?.work ?? false),
});

/** How a thing is called says nothing of what may be done. */
const NAMING: ReadonlySet<string> = new Set(['name', 'description', 'annex']);
/** Nothing that anybody may do hangs on these. */
const FOR_READERS: ReadonlySet<ConfigurationPart> = new Set([
  'businessAttributes',
  'filters',
  'notReadyReasons',
  'optionSections',
]);

function bearsOnWorkOf(
  actor: Actor,
  { kind, id = '', change, fields }: ObjectDifference,
  { before, after }: Reconfiguration,
): boolean {
  if (change === 'reordered' || FOR_READERS.has(kind)) return false;
  if (change === 'changed' && fields.every(({ field }) => NAMING.has(field))) return false;
  if (actor.kind !== 'user') return true;
  if (kind === 'agents') return id === actor.id;
  if (kind !== 'agentGroups' && kind !== 'virtualGroups') return true;
  return [before, after].some(
    (centre) => centre.groupsOf.get(actor.id)?.has(id) || centre.supervisedGroups.get(actor.id)?.has(id),
  );
}
