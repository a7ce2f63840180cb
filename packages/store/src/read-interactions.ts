import type { Instant, Interaction, InteractionEvent, Page, PageRequest } from '@intray/core';
import { keyCursor, keyIn } from './cursors.ts';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import {
  EVENT_COLUMNS,
  type EventRow,
  eventOf,
  INTERACTION_COLUMNS,
  type InteractionRow,
  interactionOf,
} from './rows.ts';

const interactionsWhere = (condition: string) =>
  `select row_to_json(r)::text as record from (select ${INTERACTION_COLUMNS} from interaction i where ${condition}) r`;

async function interactionsFrom(
  on: Queryable,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Interaction[]> {
  const { rows } = await on.query<{ record: string }>({ name, text, values });
  return rows.map(({ record }) => interactionOf(fromKeptJson(record) as InteractionRow));
}

export async function interactionById(on: Queryable, id: string): Promise<Interaction | undefined> {
  return (await interactionsFrom(on, 'interaction', interactionsWhere('i.id = $1'), [keptText(id)]))[0];
}

export async function interactionByExternalId(
  on: Queryable,
  externalId: string,
): Promise<Interaction | undefined> {
  const text = interactionsWhere('i.external_id = $1');
  return (await interactionsFrom(on, 'interaction_by_external_id', text, [keptText(externalId)]))[0];
}

/** Two indexes asked one after the other; `or` would leave it to the planner whether it finds them. */
const WORK_OF = `${interactionsWhere('i.handler = $1')}
  union all ${interactionsWhere('i.invitee = $1 and i.handler is distinct from $1')}`;

/** What is offered to the agent or in their hands, longest there first. */
export async function workOf(on: Queryable, agentId: string): Promise<readonly Interaction[]> {
  const work = await interactionsFrom(on, 'work_of', WORK_OF, [keptText(agentId)]);
  return work.sort((a, b) => a.placedAt - b.placedAt || (a.id < b.id ? -1 : 1));
}

/**
 * For the sweeper: what is due, earliest first. What it has in hand is left out by id and not by number: while it asks,
 * some of that is done. As a subquery the ids are looked up in a hash; compared with each, a long list would cost more
 * than all the rest.
 */
const DUE = interactionsWhere(
  'i.deadline <= $1 and i.id not in (select unnest($3::text[])) order by i.deadline limit $2',
);

export function dueInteractions(
  on: Queryable,
  now: Instant,
  limit: number,
  without: readonly string[],
): Promise<readonly Interaction[]> {
  return interactionsFrom(on, 'due', DUE, [now, limit, without.map(keptText)]);
}

/** What happened to an interaction, by version. */
export async function readHistory(
  on: Queryable,
  id: string,
  page: PageRequest,
): Promise<Page<InteractionEvent>> {
  const newest = page.order === 'newest';
  const [after] = keyIn(page.after, ['number']) ?? [newest ? Number.MAX_SAFE_INTEGER : 0];
  const { rows } = await on.query<{ record: string }>({
    name: newest ? 'history_newest' : 'history',
    text: `select (select row_to_json(r)::text from (select ${EVENT_COLUMNS}) r) as record from event e
            where e.subject_id = $1 and e.subject = 'interaction' and e.version ${newest ? '<' : '>'} $2::bigint
            order by e.version ${newest ? 'desc' : ''} limit $3`,
    values: [keptText(id), after, page.limit + 1],
  });
  const items = rows
    .slice(0, page.limit)
    .map(({ record }) => eventOf(fromKeptJson(record) as EventRow) as InteractionEvent);
  const last = items.at(-1);
  return { items, ...(rows.length > page.limit && last ? { next: keyCursor([last.version]) } : {}) };
}
