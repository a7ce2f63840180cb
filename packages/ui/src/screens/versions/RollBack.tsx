'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useNotify } from '../../parts/Toaster.tsx';
import { words } from '../configuration/words.ts';
import { useSaid } from '../refusals/said.ts';

export interface RollBackProps {
  readonly version: number;
  /** What it is brought back on top of. */
  readonly newest: number;
  readonly onClose: () => void;
}

/** Brings an earlier version back, as a new one. */
export function RollBack({ version, newest, onClose }: RollBackProps) {
  const { port } = useDesk();
  const queries = useQueryClient();
  const notify = useNotify();
  const said = useSaid();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const { versions, draft } = words;

  async function bringBack() {
    setBusy(true);
    setTrouble(undefined);
    try {
      const answer = await port.changeConfiguration({
        base: newest,
        rollBackTo: version,
        moves: [],
        dryRun: false,
        ...(note.trim() !== '' && { note: note.trim() }),
      });
      if (answer.ok) {
        notify({ title: versions.rolledBack(version, answer.value.version), tone: 'positive' });
        onClose();
      } else setTrouble(said(answer.refusal));
    } catch (error) {
      setTrouble(`${draft.noAnswer} ${said(error)}`);
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: keys.configuration });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={versions.rollBackTitle(version)}
      description={versions.rollBackWhy}
      closeLabel={words.close}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void bringBack()}>
            {versions.rollBack}
          </Button>
        </>
      }
    >
      <TextField
        label={draft.note}
        value={note}
        onChange={setNote}
        maxLength={1_000}
        {...(trouble !== undefined && { error: trouble })}
      />
    </Dialog>
  );
}
