'use client';
import type { Dimension, LiveLine } from '@intray/core';
import type { LeadPlace } from '../../desk/lead-place.ts';
import { locale } from '../../language/locale.ts';
import { EmptyState } from '../../parts/Message.tsx';
import { lookingAt } from './looking.ts';
import css from './Reports.module.css';
import { words } from './words.ts';

const FIGURES = [
  'backlog',
  'inHand',
  'held',
  'overdue',
  'youngerThan1h',
  'youngerThan1d',
  'youngerThan7d',
  'older',
] as const satisfies readonly (keyof LiveLine)[];
const AGES = ['youngerThan1h', 'youngerThan1d', 'youngerThan7d', 'older'] as const;

export interface LiveTableProps {
  readonly by: Dimension;
  readonly lines: readonly LiveLine[];
  readonly nameOf: (id: string) => string;
  readonly onLook: (place: LeadPlace) => void;
}

/** What is unfinished now, name by name, with its ages; each figure leads to the work it counts. */
export function LiveTable({ by, lines, nameOf, onLook }: LiveTableProps) {
  if (lines.length === 0) return <EmptyState title={words.nothing}>{words.nothingWhy}</EmptyState>;
  const most = Math.max(1, ...lines.map(({ backlog }) => backlog));
  return (
    <div className={css.tableRoom}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col">
                {words.live[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row" title={nameOf(line.name)}>
                {nameOf(line.name)}
                <Ages line={line} most={most} />
              </th>
              {FIGURES.map((figure) => (
                <td key={figure} data-alarm={(figure === 'overdue' && line[figure] > 0) || undefined}>
                  {line[figure] === 0 ? (
                    <span className={css.zero}>0</span>
                  ) : (
                    <button
                      type="button"
                      className={css.figure}
                      aria-label={words.look(`${words.live[figure]} ${line[figure]}`, nameOf(line.name))}
                      onClick={() => onLook(lookingAt(by, line.name, figure))}
                    >
                      {line[figure].toLocaleString(locale())}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A bar as long as the backlog, cut by age; the figures beside it say the same. */
function Ages({ line, most }: { readonly line: LiveLine; readonly most: number }) {
  return (
    <span className={css.ages} aria-hidden>
      {AGES.map((age) => (
        <span key={age} data-age={age} style={{ width: `${(line[age] / most) * 100}%` }} />
      ))}
    </span>
  );
}
