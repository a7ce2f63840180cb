'use client';
import type { InteractionLine } from '@intray/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Button } from '../../parts/Button.tsx';
import { subjectOf } from '../lists/subject.ts';
import { useSaid } from '../refusals/said.ts';
import css from './Oversight.module.css';
import { type Results, reasonsOf, stepsOf } from './operate.ts';
import { words } from './words.ts';

/** Named in the sample, and reasons that are written out. */
const SAMPLE = 5;
const REASONS = 4;

export interface BulkResultProps {
  readonly stage: 'tried' | 'done' | 'undone';
  readonly results: Results;
  readonly lines: readonly InteractionLine[];
  readonly danger: boolean;
  readonly note?: string;
  readonly onBack: () => void;
  readonly onGo: () => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What would come of it, or came of it: how many, why not the others, and a few by name. */
export function BulkResult(props: BulkResultProps) {
  const { stage, results, lines, danger, note, onBack, onGo, onUndo, onClose } = props;
  const { bulk } = words;
  const why = useSaid();
  const { done, refused, items } = results;
  const subjects = new Map(lines.map((line) => [line.id, subjectOf(line)]));
  const sample = items.filter(({ refusal }) => refusal === undefined).slice(0, SAMPLE);
  const steps = stage === 'done' ? stepsOf(results).length : 0;
  const said = {
    tried: [bulk.would(done), bulk.wouldNot(refused)],
    done: [bulk.done(done), bulk.notDone(refused)],
    undone: [bulk.undone(done), bulk.notUndone(refused)],
  }[stage];
  return (
    <>
      <div role="status" className={css.result}>
        <p className={css.fact}>
          <CircleCheck aria-hidden data-tone={done > 0 ? 'positive' : 'neutral'} /> {said[0]}
        </p>
        {refused > 0 && (
          <p className={css.fact}>
            <TriangleAlert aria-hidden data-tone="caution" /> {said[1]}
          </p>
        )}
        {refused > 0 && (
          <ul className={css.reasons}>
            {reasonsOf(results, why)
              .slice(0, REASONS)
              .map((reason) => (
                <li key={reason.why}>{bulk.because(reason.why, reason.n)}</li>
              ))}
          </ul>
        )}
        {note !== undefined && <p className={css.quiet}>{note}</p>}
        {stage === 'done' && done > 0 && (
          <p className={css.quiet}>{steps === 0 ? bulk.noUndo : bulk.someUndo(steps)}</p>
        )}
      </div>
      {stage === 'tried' && sample.length > 0 && (
        <div>
          <h3 className={css.sampleTitle}>{bulk.sample}</h3>
          <ul className={css.sample}>
            {sample.map(({ id }) => (
              <li key={id} title={subjects.get(id) ?? id}>
                {subjects.get(id) ?? id}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={css.formEnd}>
        {stage === 'tried' && (
          <>
            <Button onClick={onBack}>{bulk.back}</Button>
            <Button kind={danger ? 'danger' : 'primary'} disabled={done === 0} onClick={onGo} autoFocus>
              {bulk.go(done)}
            </Button>
          </>
        )}
        {stage !== 'tried' && (
          <>
            {steps > 0 && <Button onClick={onUndo}>{bulk.undo}</Button>}
            <Button kind="primary" onClick={onClose} autoFocus>
              {bulk.close}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
