'use client';
import type { Dimension, MeasuresLine } from '@intray/core';
import { ListTodo } from 'lucide-react';
import type { LeadPlace } from '../../desk/lead-place.ts';
import { locale } from '../../language/locale.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { arrivedIn } from './looking.ts';
import css from './Reports.module.css';
import { words } from './words.ts';

const SHOWN = ['captured', 'completed', 'inTime', 'late'] as const;

export interface PickedProps {
  readonly by: Dimension;
  readonly name: string | undefined;
  readonly slot: number;
  readonly width: number;
  readonly lines: readonly MeasuresLine[];
  readonly time: string;
  readonly nameOf: (id: string) => string;
  readonly onLook: (place: LeadPlace) => void;
  readonly onClose: () => void;
}

/** One step of time, name by name, and the way to the work that came in then. */
export function Picked(props: PickedProps) {
  const { by, name, slot, width, lines, time, nameOf, onLook, onClose } = props;
  const then = lines.filter((line) => line.slot === slot && (name === undefined || line.name === name));
  return (
    <Dialog
      open
      size="m"
      title={words.picked(time)}
      closeLabel={words.close}
      onOpenChange={(open) => open || onClose()}
      footer={
        <Button
          kind="primary"
          icon={ListTodo}
          onClick={() => onLook(arrivedIn(by, name, slot, slot + width))}
        >
          {words.arrivedThen}
        </Button>
      }
    >
      {then.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <div className={css.tableRoom}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                {SHOWN.map((measure) => (
                  <th key={measure} scope="col">
                    {words.series[measure]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {then.map((line) => (
                <tr key={line.name}>
                  <th scope="row">{nameOf(line.name)}</th>
                  {SHOWN.map((measure) => (
                    <td key={measure}>{(line.counts[measure] ?? 0).toLocaleString(locale())}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
