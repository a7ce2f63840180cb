import type { OperationsUnderKeys, OperationUnderKey } from '@intray/core';
import type { Queryable } from './database/database.ts';

interface Row extends Omit<OperationUnderKey, 'answer'> {
  readonly answer: string | null;
}

const COLUMNS = 'key, fingerprint, at, plan, answer';
/** Each that begins removes more than one, so what is too old does not pile up. */
const REMOVED_AT_ONCE = 10;

const toOperation = ({ answer, ...row }: Row): OperationUnderKey => ({
  ...row,
  ...(answer === null ? {} : { answer }),
});

export const operationsUnderKeysOn = (on: Queryable): OperationsUnderKeys => ({
  async find(key, since) {
    const { rows } = await on.query<Row>({
      name: 'operation_under_key',
      text: `select ${COLUMNS} from operation_under_key where key = $1 and at >= $2`,
      values: [key, since],
    });
    return rows[0] && toOperation(rows[0]);
  },

  async begin({ key, fingerprint, at, plan }, since) {
    await on.query({
      name: 'old_operations',
      text: `delete from operation_under_key where key in (
               select key from operation_under_key where at < $1 and key <> $2
                order by at limit ${REMOVED_AT_ONCE} for update skip locked)`,
      values: [since, key],
    });
    // Of two at the same moment one waits for the other, finds its row, and leaves it as it is: only too old a one gives way.
    const { rows } = await on.query<Row>({
      name: 'begin_operation',
      text: `insert into operation_under_key as kept (key, fingerprint, at, plan) values ($1, $2, $3, $4)
             on conflict (key) do update set
               fingerprint = case when kept.at < $5 then excluded.fingerprint else kept.fingerprint end,
               plan = case when kept.at < $5 then excluded.plan else kept.plan end,
               answer = case when kept.at < $5 then null else kept.answer end,
               at = case when kept.at < $5 then excluded.at else kept.at end
             returning ${COLUMNS}`,
      values: [key, fingerprint, at, plan, since],
    });
    const [row] = rows;
    if (row === undefined) throw new Error('An operation was neither begun nor found.');
    return toOperation(row);
  },

  async end(key, at, answer) {
    const { rows } = await on.query<{ answer: string }>({
      name: 'end_operation',
      text: `update operation_under_key set answer = coalesce(answer, $3) where key = $1 and at = $2
             returning answer`,
      values: [key, at, answer],
    });
    // So long under way that its key was given to something else: the answer is for whoever asked, and nobody else.
    return rows[0]?.answer ?? answer;
  },
});
