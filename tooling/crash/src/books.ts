/**
 * The server's own books, read with plain SQL in one read-only snapshot, while the server goes on. Deliberately not
 * through the store: who checks somebody's books does not let them read them out.
 */
import type { AgentSession, DomainEvent, Interaction, InteractionEvent, Receipt } from '@intray/core';
import pg from 'pg';

/** An interaction as it is kept, with what the store derived from it for its indexes. */
export interface Kept {
  readonly interaction: Interaction;
  /** The queue it counts in. */
  readonly waitingIn: string | undefined;
  /** The agent it is offered to. */
  readonly invitee: string | undefined;
}

export type KeptEvent<E extends DomainEvent = DomainEvent> = E & { readonly commandId?: string };

export interface Books {
  readonly interactions: readonly Kept[];
  /** By subject, then by version. */
  readonly events: readonly KeptEvent[];
  /** By command id. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly sessions: readonly AgentSession[];
  /** By place: how many are said to be there. */
  readonly tallies: ReadonlyMap<string, number>;
}

export const isOfInteraction = (event: KeptEvent): event is KeptEvent<InteractionEvent> =>
  event.subject === 'interaction';

/** Reads everything as it was at one moment. */
export async function readBooks(url: string): Promise<Books> {
  const client = new pg.Client({ connectionString: url, application_name: 'intray-crash' });
  // The database may be killed under us; the question that is under way then fails, which is enough.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const all = async (text: string): Promise<Row[]> =>
      (await client.query<{ row: Row }>(`select row_to_json(r) as row from (${text}) r`)).rows.map(
        ({ row }) => row,
      );
    const interactions = await all('select * from interaction');
    const events = await all('select * from event order by subject_id, version');
    const receipts = await all('select command_id, receipt from receipt');
    const sessions = await all('select * from agent_session');
    // A queue's count is kept in several rows.
    const tallies = await all(
      `select case when place like 'queue:%' then split_part(place, chr(31), 1) else place end as place,
              sum(n)::bigint as n from tally group by 1`,
    );
    return {
      interactions: interactions.map(keptOf),
      events: events.map(eventOf),
      receipts: new Map(
        receipts.map((row) => [row.command_id as string, json(row.receipt) as unknown as Receipt]),
      ),
      sessions: sessions.map(sessionOf),
      tallies: new Map(tallies.map((row) => [row.place as string, row.n as number])),
    };
  } finally {
    await client.end();
  }
}

type Row = Readonly<Record<string, unknown>>;

/** What is kept as JSON text. */
const json = (text: unknown): Row => JSON.parse(text as string) as Row;

/** Leaves out what is null, under the names that core uses. */
function fields(row: Row, names: Readonly<Record<string, string>>): Row {
  const present = Object.entries(names).filter(([column]) => row[column] !== null);
  return Object.fromEntries(present.map(([column, name]) => [name, row[column]]));
}

function keptOf(row: Row): Kept {
  const plain = fields(row, {
    id: 'id',
    version: 'version',
    state: 'state',
    media_type: 'mediaType',
    queue: 'queue',
    priority: 'priority',
    external_id: 'externalId',
    contact_id: 'contactId',
    handler: 'handler',
    assigned_to: 'assignedTo',
    placed_at: 'placedAt',
    user_data: 'userData',
  });
  const workbin =
    row.workbin_type === null
      ? {}
      : { workbin: { type: row.workbin_type, owner: { kind: row.owner_kind, id: row.owner_id } } };
  return {
    interaction: { ...json(row.rest), ...plain, ...workbin } as unknown as Interaction,
    waitingIn: (row.waiting_in as string | null) ?? undefined,
    invitee: (row.invitee as string | null) ?? undefined,
  };
}

function eventOf(row: Row): KeptEvent {
  const plain = fields(row, {
    subject: 'subject',
    type: 'type',
    at: 'at',
    by: 'by',
    version: 'version',
    state: 'state',
    command_id: 'commandId',
  });
  const whose = row.subject === 'interaction' ? 'interactionId' : 'agentId';
  return { ...plain, data: json(row.data), [whose]: row.subject_id } as unknown as KeptEvent;
}

function sessionOf(row: Row): AgentSession {
  const plain = fields(row, {
    agent_id: 'agentId',
    version: 'version',
    active: 'active',
    reachable: 'reachable',
    lease_until: 'leaseUntil',
  });
  return { ...json(row.rest), ...plain } as unknown as AgentSession;
}
