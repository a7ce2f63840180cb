'use client';
import type { InteractionLine, Operation } from '@intray/core';
import { useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import type { FindAsked } from '../../desk/oversight-port.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Trouble } from '../Trouble.tsx';
import { BulkResult } from './BulkResult.tsx';
import { OperationForm } from './OperationForm.tsx';
import css from './Oversight.module.css';
import { doable, gather, operateOn, type Results, stepsOf, takeBack } from './operate.ts';
import { words } from './words.ts';

export interface BulkDialogProps {
  readonly operation: Operation['type'];
  /** The chosen rows; or else all that a question finds. */
  readonly lines?: readonly InteractionLine[];
  readonly all?: FindAsked;
  readonly onClose: () => void;
  /** Something was done: what was chosen is another thing now. */
  readonly onDone: () => void;
}

/** How far it has come: asked, tried, done, taken back. */
type Stage =
  | { readonly is: 'asking' }
  | { readonly is: 'working'; readonly text: string }
  | { readonly is: 'tried' | 'done' | 'undone'; readonly results: Results }
  | { readonly is: 'failed'; readonly error: Error; readonly again: () => void };

/** One thing done to many: what would come of it, then the doing, then the way back. */
export function BulkDialog({ operation: type, lines, all, onClose, onDone }: BulkDialogProps) {
  const { port, queries } = useDesk();
  const [stage, setStage] = useState<Stage>({ is: 'asking' });
  const [operation, setOperation] = useState<Operation>();
  const [found, setFound] = useState<readonly InteractionLine[]>(lines ?? []);
  const [tooMany, setTooMany] = useState(false);
  const { bulk } = words;
  const name = bulk.operations[type];
  const working = (text: string) => setStage({ is: 'working', text });

  const attempt = (act: () => Promise<void>) => {
    const run = () => {
      act().catch((error: unknown) =>
        setStage({
          is: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
          again: run,
        }),
      );
    };
    run();
  };

  const preview = (asked: Operation) => {
    setOperation(asked);
    attempt(async () => {
      let targets = found;
      if (all !== undefined) {
        working(bulk.gathering(0));
        const gathered = await gather(port, all, (n) => working(bulk.gathering(n)));
        targets = gathered.lines;
        setFound(targets);
        setTooMany(gathered.tooMany);
      }
      working(bulk.trying(0, targets.length));
      const results = await operateOn(
        port,
        asked,
        targets.map(({ id }) => ({ id })),
        { dryRun: true, onProgress: (n) => working(bulk.trying(n, targets.length)) },
      );
      setStage({ is: 'tried', results });
    });
  };

  const stale = () =>
    Promise.all(
      [keys.lists, keys.workbins, keys.queues, keys.me].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );

  const go = (results: Results) => {
    if (operation === undefined) return;
    const targets = doable(results);
    attempt(async () => {
      working(bulk.doing(0, targets.length));
      const done = await operateOn(port, operation, targets, {
        dryRun: false,
        onProgress: (n) => working(bulk.doing(n, targets.length)),
      });
      setStage({ is: 'done', results: done });
      onDone();
      await stale();
    });
  };

  const undo = (results: Results) => {
    const steps = stepsOf(results);
    attempt(async () => {
      working(bulk.undoing(0, steps.length));
      const back = await takeBack(port, steps, (n) => working(bulk.undoing(n, steps.length)));
      setStage({ is: 'undone', results: back });
      await stale();
    });
  };

  return (
    <Dialog
      open
      size="m"
      // While it is under way it is not left: what was begun is told to its end.
      onOpenChange={(open) => open || stage.is === 'working' || onClose()}
      title={all === undefined ? bulk.title(name, found.length) : bulk.titleAll(name)}
      {...(stage.is === 'working' ? {} : { closeLabel: bulk.close })}
    >
      {stage.is === 'asking' && <OperationForm type={type} initial={operation} onReady={preview} />}
      {stage.is === 'working' && (
        <p className={css.working} role="status">
          <span className={css.spinner} aria-hidden />
          {stage.text}
        </p>
      )}
      {stage.is === 'failed' && <Trouble error={stage.error} busy={false} onRetry={stage.again} />}
      {(stage.is === 'tried' || stage.is === 'done' || stage.is === 'undone') && (
        <BulkResult
          stage={stage.is}
          results={stage.results}
          lines={found}
          danger={type === 'cancel'}
          {...(tooMany && { note: bulk.tooMany(found.length) })}
          onBack={() => setStage({ is: 'asking' })}
          onGo={() => go(stage.results)}
          onUndo={() => undo(stage.results)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
