'use client';
import { configurationDifferences, type Move, type Refusal, vanishing } from '@intray/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useDesk } from '../../../desk/DeskProvider.tsx';
import { keys } from '../../../desk/keys.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useNotify } from '../../../parts/Toaster.tsx';
import { words as faultWords } from '../../faults/words.ts';
import { useSaid } from '../../refusals/said.ts';
import { Differences } from '../../versions/Differences.tsx';
import { words } from '../words.ts';
import css from './Draft.module.css';
import { type DraftOfConfiguration, useDraftOfConfiguration } from './DraftProvider.tsx';

/** What the server said, or that it said nothing. */
type Said = Pick<Refusal, 'message'> & Partial<Pick<Refusal, 'detail'>>;

const NOWHERE = '';
/** The most that one change takes. */
const MOST_MOVES = 1_000;

/** Where the work goes that would be left in what the draft removes: all of it to one queue. */
function movesTo(queue: string, { base, config }: DraftOfConfiguration): readonly Move[] {
  const { queues, workbins, agents } = vanishing(base.config, config);
  const to = { queue };
  return [
    ...queues.map((id) => ({ from: { queue: id }, to })),
    ...agents.map((agent) => ({ from: { agent }, to })),
    ...workbins.map((workbin) => ({ from: { workbin }, to })),
  ];
}

/** Shows what the draft would do, and saves it as one version. */
export function Review({ onClose }: { readonly onClose: () => void }) {
  const draft = useDraftOfConfiguration();
  const { base, config, edits, faults, note, setNote, replace } = draft;
  const { port } = useDesk();
  const queries = useQueryClient();
  const notify = useNotify();
  const why = useSaid();
  const [busy, setBusy] = useState(false);
  const [goal, setGoal] = useState(NOWHERE);
  const [refusal, setRefusal] = useState<Said>();
  const said = words.draft;
  const differences = useMemo(
    () => (faults.length > 0 ? [] : configurationDifferences(base.config, config)),
    [base, config, faults],
  );
  const possible = useMemo(() => (faults.length > 0 ? [] : movesTo('?', draft)), [faults, draft]);
  const staying = config.queues.filter(({ id }) => base.config.queues.some((one) => one.id === id));
  const mayMove = possible.length > 0 && possible.length <= MOST_MOVES && staying.length > 0;

  async function save() {
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await port.changeConfiguration({
        base: base.version,
        edits: [...edits],
        moves: goal === NOWHERE ? [] : [...movesTo(goal, draft)],
        dryRun: false,
        ...(note.trim() !== '' && { note: note.trim() }),
      });
      if (answer.ok) {
        replace(undefined);
        notify({ title: said.saved(answer.value.version), tone: 'positive' });
        onClose();
      } else setRefusal({ ...answer.refusal, message: why(answer.refusal) });
    } catch (error) {
      setRefusal({ message: `${said.noAnswer} ${why(error)}` });
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: keys.configuration });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="l"
      title={said.reviewTitle}
      description={said.kept}
      closeLabel={words.close}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" busy={busy} disabled={faults.length > 0} onClick={() => void save()}>
            {said.save}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <TextField label={said.note} value={note} onChange={setNote} maxLength={1_000} />
        {mayMove && (
          <Select
            label={said.moveTo}
            value={goal}
            onChange={setGoal}
            options={[
              { value: NOWHERE, label: said.moveNowhere },
              ...staying.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {faults.length > 0 && (
          <Faults title={said.faults(faults.length)} faults={faults.map(({ message }) => message)} />
        )}
        {refusal && <Refused refusal={refusal} />}
        {faults.length === 0 &&
          (differences.length === 0 ? <p>{said.nothing}</p> : <Differences differences={differences} />)}
      </div>
    </Dialog>
  );
}

function Refused({ refusal }: { readonly refusal: Said }) {
  const inTheWay = refusal.detail?.inTheWay;
  const lines = Array.isArray(inTheWay) ? inTheWay.map((line) => faultWords.inWords(String(line))) : [];
  return <Faults title={refusal.message} faults={lines} />;
}

const MOST_FAULTS = 50;

function Faults({ title, faults }: { readonly title: string; readonly faults: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys
    <div className={css.faults} role="alert" tabIndex={0}>
      <strong>{title}</strong>
      {faults.slice(0, MOST_FAULTS).map((fault) => (
        <span key={fault}>{fault}</span>
      ))}
      {faults.length > MOST_FAULTS && <span>{words.object.more(faults.length - MOST_FAULTS)}</span>}
    </div>
  );
}
