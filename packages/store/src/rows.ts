/**
 * Core's records as rows and back. Columns are what is searched; everything else of a record is in `rest`. Rows go to
 * the database as arrays of rows (`row-array.ts`) and come back as JSON, which costs one parse a row instead of one a
 * column.
 */
import {
  type AgentSession,
  type DomainEvent,
  deadlineOf,
  type Exclusion,
  type Instant,
  type Interaction,
  type InteractionLine,
  type InteractionState,
  type Invitation,
  isFinal,
  type Json,
  type OwnerKind,
  type UserData,
  type WorkbinRef,
  waitingIn,
} from '@intray/core';
import { keptJson } from './kept-json.ts';
import type { Fields } from './row-array.ts';

/** The columns of `interaction` that are fields of the record. */
export interface InteractionRow {
  readonly id: string;
  readonly version: number;
  readonly state: InteractionState;
  readonly media_type: string;
  readonly queue: string;
  readonly priority: number;
  readonly external_id: string | null;
  readonly contact_id: string | null;
  readonly handler: string | null;
  readonly assigned_to: string | null;
  readonly workbin_type: string | null;
  readonly owner_kind: OwnerKind | null;
  readonly owner_id: string | null;
  readonly placed_at: Instant;
  readonly user_data: UserData;
  readonly rest: Rest;
}

/** The fields of an interaction that nothing is found by. */
interface Rest {
  readonly noteCount: number;
  readonly exclusions: readonly Exclusion[];
  readonly invitation?: Invitation;
  readonly pulledFrom?: WorkbinRef;
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  readonly receivedAt: Instant;
}

/** For a select from `interaction i`: what `interactionOf` reads. */
export const INTERACTION_COLUMNS = `i.id, i.version, i.state, i.media_type, i.queue, i.priority, i.external_id, i.contact_id,
  i.handler, i.assigned_to, i.workbin_type, i.owner_kind, i.owner_id, i.placed_at, i.user_data, i.rest::json as rest`;

/** The same for `lineOf`; $1 is the list of attached keys, so that a large message never travels for a list's sake. */
export const LINE_COLUMNS = `i.id, i.version, i.state, i.media_type, i.queue, i.priority, i.external_id, i.contact_id,
  i.handler, i.assigned_to, i.workbin_type, i.owner_kind, i.owner_id, i.placed_at,
  (select coalesce(jsonb_object_agg(k, i.user_data -> k), '{}') from unnest($1::text[]) k where i.user_data ? k) as user_data,
  i.rest::jsonb - '{exclusions,handleUntil,pulledFrom,placement,delivery,deliveredAt}'::text[] as rest`;

/**
 * An interaction as the type `saved_interaction`, with what core says of it for the indexes.
 * @param turn its place in the batch
 * @param sameData its attached data need not be written
 */
export function interactionFields(
  before: number,
  turn: number,
  interaction: Interaction,
  sameData = false,
): Fields {
  const {
    id,
    version,
    state,
    mediaType,
    queue,
    priority,
    externalId,
    contactId,
    handler,
    assignedTo,
    ...more
  } = interaction;
  const { workbin, placedAt, userData, ...rest } = more;
  return [
    before,
    turn,
    id,
    version,
    state,
    mediaType,
    queue,
    priority,
    externalId,
    contactId,
    handler,
    assignedTo,
    workbin?.type,
    workbin?.owner.kind,
    workbin?.owner.id,
    placedAt,
    sameData ? undefined : keptJson(userData),
    keptJson(rest),
    waitingIn(interaction),
    interaction.invitation?.agentId,
    deadlineOf(interaction)?.at,
    isFinal(state) ? interaction.completedAt : undefined,
  ];
}

export function interactionOf(row: InteractionRow): Interaction {
  const { user_data: userData, rest } = row;
  return { ...rest, ...placed(row), userData };
}

/** `user_data` holds the wanted keys only. */
export function lineOf(row: InteractionRow): InteractionLine {
  const { user_data: data, rest } = row;
  return { ...rest, ...placed(row), data: data as Readonly<Record<string, Json>> };
}

function placed(row: InteractionRow) {
  const { id, version, state, media_type: mediaType, queue, priority, placed_at: placedAt } = row;
  const { workbin_type: type, owner_kind: kind, owner_id: ownerId } = row;
  return {
    id,
    version,
    state,
    mediaType,
    queue,
    priority,
    placedAt,
    ...(row.external_id === null ? {} : { externalId: row.external_id }),
    ...(row.contact_id === null ? {} : { contactId: row.contact_id }),
    ...(row.handler === null ? {} : { handler: row.handler }),
    ...(row.assigned_to === null ? {} : { assignedTo: row.assigned_to }),
    ...(type === null || kind === null || ownerId === null
      ? {}
      : { workbin: { type, owner: { kind, id: ownerId } } }),
  };
}

export interface SessionRow {
  readonly agent_id: string;
  readonly version: number;
  readonly active: boolean;
  readonly reachable: boolean;
  readonly lease_until: Instant | null;
  readonly rest: Omit<AgentSession, 'agentId' | 'version' | 'active' | 'reachable' | 'leaseUntil'>;
}

/** For a select from `agent_session s`: what `sessionOf` reads. */
export const SESSION_COLUMNS =
  's.agent_id, s.version, s.active, s.reachable, s.lease_until, s.rest::json as rest';

/** A session as the type `saved_session`. */
export function sessionFields(before: number, session: AgentSession): Fields {
  const { agentId, version, active, reachable, leaseUntil, ...rest } = session;
  return [before, agentId, version, active, reachable, leaseUntil, keptJson(rest)];
}

export function sessionOf(row: SessionRow): AgentSession {
  const { agent_id: agentId, version, active, reachable, lease_until: leaseUntil, rest } = row;
  return { ...rest, agentId, version, active, reachable, ...(leaseUntil === null ? {} : { leaseUntil }) };
}

export interface EventRow {
  readonly at: Instant;
  readonly subject: DomainEvent['subject'];
  readonly subject_id: string;
  readonly version: number;
  readonly type: DomainEvent['type'];
  readonly state: InteractionState | null;
  readonly by: string;
  readonly data: object;
}

/** For a select from `event e`: what `eventOf` reads, and for whom it is. */
export const EVENT_COLUMNS = `e.at, e.subject, e.subject_id, e.version, e.type, e.state, e."by", e.data::json as data,
  e.topics, e.command_id`;

/** An event as the type `saved_event`. */
export function eventFields(event: DomainEvent, topics: readonly string[], commandId?: string): Fields {
  const { at, subject, version, type, by, data } = event;
  const subjectId = event.subject === 'interaction' ? event.interactionId : event.agentId;
  const state = event.subject === 'interaction' ? event.state : undefined;
  return [at, subject, subjectId, version, type, state, by, keptJson(data), topics, commandId];
}

export function eventOf(row: EventRow): DomainEvent {
  const { at, subject, subject_id: id, version, type, state, by, data } = row;
  const whose = subject === 'interaction' ? { interactionId: id, state } : { agentId: id };
  // The row was written by eventFields from an event of just this shape.
  return { subject, type, at, by, version, data, ...whose } as DomainEvent;
}
