/**
 * What Genesys' server and router write into attached data. Intray keeps these facts as facts (`Interaction`), and only
 * this wire puts them among the attached keys, with the types that clients know: flags are 0 and 1, sequence numbers are
 * text, moments are UTC without milliseconds.
 */
import type { Interaction, OwnerKind, UserData, WorkbinRef } from '@intray/core';
import { familyOf } from '../media.ts';
import { systemTime } from '../moments.ts';
import type { Settled } from '../options.ts';

type Names = Pick<Settled, 'tenant' | 'strategyDbid'>;

/** Kinds of routing target, as `RTargetTypeSelected` numbers them. */
const TARGET_AGENT = '0';
const TARGET_AGENT_GROUP = '2';

/** A group that is named by a skill expression (`?…`) is marked once more where it is a target. */
const targetOf = (group: string): string => (group.startsWith('?') ? `?${group}` : group);

/** What the router writes when it delivers. What is attached under the same key stands above it. */
export function routingKeys(interaction: Interaction, { tenant, strategyDbid }: Names): UserData {
  const { delivery } = interaction;
  if (delivery === undefined) return {};
  const { agentId, agentGroup, strategy, skills, place } = delivery;
  const group = agentGroup === undefined ? '' : targetOf(agentGroup);
  const target = group || agentId;
  const counters = Object.entries(delivery.perGroup).map(
    ([group, times]) => [`PegAG${group}`, times] as const,
  );
  return {
    RTargetTypeSelected: agentGroup === undefined ? TARGET_AGENT : TARGET_AGENT_GROUP,
    RTargetObjectSelected: target,
    RTargetObjSelDBID: '',
    RTargetAgentSelected: agentId,
    RTargetPlaceSelected: place ?? '',
    RTargetRuleSelected: '',
    RTargetRequested: target,
    RTargetAgentGroup: group,
    RVQID: '',
    RVQDBID: '',
    RTenant: tenant,
    RRequestedSkills: skills ?? null,
    RRequestedSkillCombination: skills ?? '',
    RStrategyName: strategy ?? `Route${familyOf(interaction.mediaType).title}ToAgent`,
    RStrategyDBID: strategyDbid,
    'CBR-Interaction_cost': '',
    'CBR-contract_DBIDs': '',
    'CBR-IT-path_DBIDs': '',
    'CBR-actual_volume': '',
    CustomerSegment: 'default',
    ServiceType: 'default',
    ServiceObjective: 0,
    ...Object.fromEntries(counters),
  };
}

const OWNER_KEYS = {
  Agent: 'WorkbinAgentId',
  AgentGroup: 'WorkbinGroupId',
  Place: 'WorkbinPlaceId',
  PlaceGroup: 'WorkbinPlaceGroupId',
} as const satisfies Record<OwnerKind, string>;

const workbinKeys = (workbin: WorkbinRef | undefined): UserData =>
  workbin === undefined ? {} : { Workbin: workbin.type, [OWNER_KEYS[workbin.owner.kind]]: workbin.owner.id };

/** The agent it came to by an offer has had it since then, also after laying it aside and taking it up again. */
function assignedAt({ assignedTo, assignedAt: at, delivery }: Interaction): number | undefined {
  return delivery !== undefined && delivery.agentId === assignedTo ? (delivery.acceptedAt ?? at) : at;
}

const moment = (key: string, at: number | undefined): UserData =>
  at === undefined ? {} : { [key]: systemTime(at) };

/**
 * The server's own properties. Sequence numbers are moments in milliseconds: they order as Genesys' counters do, and no
 * counter has to be shared by all who write.
 */
export function systemProperties(interaction: Interaction): UserData {
  const { id, submittedAt, submittedBy, receivedAt, deliveredAt, assignedTo, placement, placedAt } =
    interaction;
  const placed = placement ?? { at: placedAt, since: placedAt };
  return {
    InteractionId: id,
    SubmittedAt: systemTime(submittedAt),
    SubmittedBy: submittedBy,
    SubmitSeq: String(submittedAt),
    ReceivedAt: systemTime(receivedAt),
    ...moment('DeliveredAt', deliveredAt),
    ...moment('AssignedAt', assignedAt(interaction)),
    ...(assignedTo === undefined ? {} : { AssignedTo: assignedTo }),
    PlacedInQueueAt: systemTime(placed.at),
    PlaceInQueueSeq: String(placed.at),
    MovedToQueueAt: systemTime(placed.since),
    ...workbinKeys(interaction.workbin ?? interaction.pulledFrom),
    IsHeld: interaction.state === 'Held' ? 1 : 0,
    IsLocked: interaction.state === 'Invited' ? 1 : 0,
    IsOnline: 0,
  };
}

/** Attached data as this wire shows it. */
export const userDataOf = (interaction: Interaction, names: Names, withSystem: boolean): UserData => ({
  ...routingKeys(interaction, names),
  ...interaction.userData,
  ...(withSystem ? systemProperties(interaction) : {}),
});
