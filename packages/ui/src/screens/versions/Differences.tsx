import type { Json, ObjectDifference } from '@intray/core';
import type { Tone } from '../../design/tone.ts';
import { Badge } from '../../parts/Badge.tsx';
import { fieldTitle, thingTitle } from '../configuration/titles.ts';
import { words } from '../configuration/words.ts';
import { type Line, linesOfFields, shown } from './changes.ts';
import css from './Versions.module.css';

const TONES = {
  added: 'positive',
  removed: 'critical',
  changed: 'info',
  reordered: 'neutral',
} satisfies Record<ObjectDifference['change'], Tone>;

/** So many objects are read one by one; of more, it is told how many. */
const MOST = 200;

/** What is different, object by object and field by field. */
export function Differences({ differences }: { readonly differences: readonly ObjectDifference[] }) {
  const more = differences.length - MOST;
  return (
    <div className={css.differences}>
      {differences.slice(0, MOST).map((one) => (
        <Difference key={`${one.kind}/${one.id ?? ''}/${one.change}`} difference={one} />
      ))}
      {more > 0 && <p className={css.muted}>{words.object.more(more)}</p>}
    </div>
  );
}

function Difference({ difference: { kind, id, change, fields } }: { readonly difference: ObjectDifference }) {
  const { versions } = words;
  const lines = linesOfFields(fields);
  return (
    <article className={css.difference}>
      <h4>
        <Badge tone={TONES[change]}>{versions.changes[change]}</Badge>
        <span className={css.thing}>{thingTitle(kind, id)}</span>
      </h4>
      {change === 'reordered' ? (
        <p className={css.muted}>{versions.reorderedAll}</p>
      ) : (
        lines.length > 0 && (
          <table className={css.lines}>
            <thead className="visually-hidden">
              <tr>
                <th>{words.list.name}</th>
                {change !== 'added' && <th>{versions.was}</th>}
                {change !== 'removed' && <th>{versions.is}</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LineRow key={line.path.join('/')} line={line} change={change} />
              ))}
            </tbody>
          </table>
        )
      )}
    </article>
  );
}

interface LineRowProps {
  readonly line: Line;
  readonly change: ObjectDifference['change'];
}

/** What was and what is; of what is new or gone there is only one of them. */
function LineRow({ line, change }: LineRowProps) {
  const [before, after]: readonly (Json | undefined)[] =
    line.kind === 'value'
      ? [line.before, line.after]
      : [
          line.removed.length > 0 ? line.removed.map((name) => `− ${name}`).join('  ') : undefined,
          line.added.length > 0 ? line.added.map((name) => `+ ${name}`).join('  ') : undefined,
        ];
  const [first = '', ...rest] = line.path;
  return (
    <tr>
      <th scope="row">{[fieldTitle(first), ...rest].join(' › ')}</th>
      {change !== 'added' && <td className={css.was}>{before === undefined ? '–' : shown(before)}</td>}
      {change !== 'removed' && <td className={css.is}>{after === undefined ? '–' : shown(after)}</td>}
    </tr>
  );
}
