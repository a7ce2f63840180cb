import type { Instant } from '@intray/core';
import type { Queryable } from './database/database.ts';

/** Notes that a node serves. Answers when any node last said so before: both parts see the table as it was. */
export async function noteBeat(on: Queryable, nodeId: string, now: Instant): Promise<Instant | undefined> {
  const { rows } = await on.query<{ at: number | null }>({
    name: 'beat',
    text: `with said as (
             insert into node (id, at) values ($1, $2)
             on conflict (id) do update set at = greatest(node.at, excluded.at))
           select max(at) as at from node`,
    values: [nodeId, now],
  });
  return rows[0]?.at ?? undefined;
}
