'use client';
import type { Conflict } from '@intray/core';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { useInteraction } from '../../desk/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useSaid } from '../refusals/said.ts';
import css from './Offline.module.css';
import { sidesOf } from './sides.ts';
import { offlineWords as words } from './words.ts';

export interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly onClose: () => void;
}

/** Everything that both sides changed, each with both sides and a choice. */
export function Conflicts({ conflicts, onClose }: ConflictsProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={words.title}
      description={words.why}
      size="l"
      closeLabel={words.close}
    >
      <ul className={css.list}>
        {conflicts.map((conflict) => (
          <One key={conflict.commandId} conflict={conflict} />
        ))}
      </ul>
    </Dialog>
  );
}

function One({ conflict }: { readonly conflict: Conflict }) {
  const { port } = useDesk();
  const said = useSaid();
  const { interactionId } = conflict.command;
  const { data } = useInteraction(interactionId);
  const subject = data?.interaction.userData.Subject;
  const title = typeof subject === 'string' ? subject : interactionId;
  const settle = (choice: 'mine' | 'theirs') => () => void port.offline?.settle(conflict.commandId, choice);
  return (
    <li className={css.one} aria-label={title}>
      <h3>{title}</h3>
      <p>{words.reasons[conflict.reason]}</p>
      {conflict.reason === 'refused' && (
        <p className={css.said}>{said({ ...conflict, code: conflict.code ?? '' })}</p>
      )}
      <table className={css.sides}>
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {sidesOf(conflict).map(({ key, mine, theirs }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.choice}>
        <Button onClick={settle('theirs')}>{words.takeTheirs}</Button>
        <Button onClick={settle('mine')}>{words.takeMine}</Button>
      </div>
    </li>
  );
}
