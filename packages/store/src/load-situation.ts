import type { AgentSession, Instant, Interaction, LastAgent, Receipt } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import { placeOfWorkbin } from './places.ts';
import {
  INTERACTION_COLUMNS,
  type InteractionRow,
  interactionOf,
  SESSION_COLUMNS,
  type SessionRow,
  sessionOf,
} from './rows.ts';
import type { Loaded, LoadRequest } from './store.ts';

/**
 * Everything a batch concerns, in one statement: one round trip and one moment. No locks: what is decided on this is
 * checked when it is saved, and nobody waits for a caller who thinks.
 */
const LOAD = `
  select 'interaction' as kind, row_to_json(r)::text as record
    from (select ${INTERACTION_COLUMNS} from interaction i where i.id = any($1)) r
  union all
  select 'interaction', row_to_json(r)::text
    from (select ${INTERACTION_COLUMNS} from interaction i where i.external_id = any($2)) r
  union all
  select 'session', row_to_json(r)::text
    from (select ${SESSION_COLUMNS} from agent_session s where s.agent_id = any($3)) r
  union all
  select 'tally', row_to_json(t)::text from tally t where t.place = any($4)
  union all
  select 'receipt', row_to_json(r)::text
    from (select command_id, receipt::json as receipt from receipt where command_id = any($5)) r
  union all
  select 'last agent', row_to_json(l)::text from contact_last_agent l where l.contact_id = any($6)`;

interface LoadedRow {
  readonly kind: 'interaction' | 'session' | 'tally' | 'receipt' | 'last agent';
  readonly record: string;
}

interface LastAgentRow {
  readonly contact_id: string;
  readonly media_type: string;
  readonly agent_id: string;
  readonly at: Instant;
}

export async function loadSituation(on: Queryable, request: LoadRequest): Promise<Loaded> {
  const places = request.workbins.map(placeOfWorkbin);
  const { rows } = await on.query<LoadedRow>({
    name: 'load',
    text: LOAD,
    values: [
      request.interactionIds.map(keptText),
      request.externalIds.map(keptText),
      request.agentIds.map(keptText),
      places,
      request.commandIds.map(keptText),
      request.contactIds.map(keptText),
    ],
  });
  const interactions = new Map<string, Interaction>();
  const sessions: AgentSession[] = [];
  const counts = new Map<string, number>();
  const receipts = new Map<string, Receipt>();
  const lastAgents: LastAgent[] = [];
  for (const { kind, record } of rows) {
    const row = fromKeptJson(record);
    switch (kind) {
      case 'interaction': {
        const interaction = interactionOf(row as InteractionRow);
        interactions.set(interaction.id, interaction);
        break;
      }
      case 'session':
        sessions.push(sessionOf(row as SessionRow));
        break;
      case 'tally': {
        const { place, n } = row as { place: string; n: number };
        counts.set(keptText(place), n);
        break;
      }
      case 'receipt': {
        const { command_id: commandId, receipt } = row as { command_id: string; receipt: Receipt };
        receipts.set(commandId, receipt);
        break;
      }
      case 'last agent': {
        const { contact_id: contactId, media_type: mediaType, agent_id: agentId, at } = row as LastAgentRow;
        lastAgents.push({ contactId, mediaType, agentId, at });
        break;
      }
    }
  }
  const workbins = request.workbins.map((workbin, index) => ({
    workbin,
    count: counts.get(places[index] ?? '') ?? 0,
  }));
  return { interactions: [...interactions.values()], sessions, workbins, receipts, lastAgents };
}
