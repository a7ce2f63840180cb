import type { Operations } from '@intray/core';
import { locale } from '../../language/locale.ts';
import { moment } from '../moment.ts';
import { bytes, duration, routerAmong, sweeping } from './figures.ts';
import css from './Operator.module.css';
import { words } from './words.ts';

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly more?: string | undefined;
  readonly bad?: boolean;
}

function Figure({ label, value, more, bad = false }: FigureProps) {
  return (
    <div className={css.figure}>
      <dt>{label}</dt>
      <dd className={bad ? css.bad : undefined} title={value}>
        {value}
      </dd>
      {more !== undefined && (
        <dd className={css.quiet} title={more}>
          {more}
        </dd>
      )}
    </div>
  );
}

/** The database and the contact centre as a whole, in a row. */
export function Figures({ operations }: { readonly operations: Operations }) {
  const said = words.figures;
  const { database, people, waiting, nodes, asOf } = operations;
  const tongue = locale();
  const number = (n: number) => n.toLocaleString(tongue);
  const router = routerAmong(nodes);
  const since = router?.report?.routingSince;
  const swept = sweeping(nodes);
  return (
    <dl className={css.figures} aria-label={said.label}>
      <Figure
        label={said.database}
        value={database.reachable ? said.reachable : said.away}
        more={said.answered(duration(database.ms, tongue))}
        bad={!database.reachable}
      />
      <Figure label={said.schema} value={database.migration} more={said.postgres(database.version)} />
      <Figure label={said.size} value={bytes(database.bytes, tongue)} />
      <Figure
        label={said.connections}
        value={said.of(number(database.connections), number(database.mostConnections))}
      />
      <Figure
        label={said.router}
        value={router?.id ?? said.nobody}
        more={since === undefined ? undefined : words.nodes.since(moment(since))}
        bad={router === undefined}
      />
      <Figure
        label={said.deadlines}
        value={
          swept.lastAt === undefined
            ? said.never
            : said.ago(duration(Math.max(0, asOf - swept.lastAt), tongue))
        }
        more={said.sent(swept.commands)}
      />
      <Figure
        label={said.people}
        value={number(people.loggedOn)}
        more={said.reachablePeople(people.reachable)}
      />
      <Figure label={said.waiting} value={number(waiting)} more={said.inQueues} />
    </dl>
  );
}
