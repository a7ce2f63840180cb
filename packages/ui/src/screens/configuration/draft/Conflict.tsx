'use client';
import { type Collision, configurationDifferences, type Side, takenOver } from '@intray/core';
import { useId, useMemo, useState } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Differences } from '../../versions/Differences.tsx';
import { fieldTitle, thingTitle } from '../titles.ts';
import { words } from '../words.ts';
import css from './Draft.module.css';
import { useDraftOfConfiguration } from './DraftProvider.tsx';

const keyOf = ({ kind, id = '', path }: Collision): string => JSON.stringify([kind, id, ...path]);
const written = (value: Collision['mine']): string =>
  value === undefined ? words.conflict.absent : JSON.stringify(value);

/** Somebody saved a version meanwhile: shows what they changed, and asks which holds where both did. */
export function Conflict({ onClose }: { readonly onClose: () => void }) {
  const { base, newest, edits, note, replace } = useDraftOfConfiguration();
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const { conflict } = words;
  const settled = useMemo(
    () => takenOver(base.config, newest.config, edits, (one) => sides.get(keyOf(one)) ?? 'mine'),
    [base, newest, edits, sides],
  );
  const open = settled.collisions.filter((one) => !sides.has(keyOf(one))).length;
  const theirs = useMemo(() => configurationDifferences(base.config, newest.config), [base, newest]);
  const takeOver = () => {
    replace(settled.edits.length === 0 ? undefined : { base: newest.version, edits: settled.edits, note });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="l"
      title={conflict.title(newest.version)}
      description={conflict.by(newest.by)}
      closeLabel={words.close}
      footer={
        <>
          {open > 0 && <span className={css.hint}>{conflict.choose}</span>}
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" disabled={open > 0} onClick={takeOver}>
            {conflict.takeOver}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <p>{settled.collisions.length === 0 ? conflict.none : conflict.some(settled.collisions.length)}</p>
        {settled.collisions.length > 0 && (
          <div className={css.collisions}>
            {settled.collisions.map((one) => (
              <Choice
                key={keyOf(one)}
                collision={one}
                side={sides.get(keyOf(one))}
                onChange={(side) => setSides(new Map(sides).set(keyOf(one), side))}
              />
            ))}
          </div>
        )}
        <Differences differences={theirs} />
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly collision: Collision;
  readonly side: Side | undefined;
  readonly onChange: (side: Side) => void;
}

function Choice({ collision, side, onChange }: ChoiceProps) {
  const name = useId();
  const { conflict } = words;
  const path = collision.path.length === 0 ? conflict.whole : collision.path.map(fieldTitle).join(' › ');
  return (
    <fieldset className={css.collision}>
      <legend>
        {thingTitle(collision.kind, collision.id)} · {path}
      </legend>
      {(['mine', 'theirs'] as const).map((each) => (
        <label key={each} className={css.side}>
          <input type="radio" name={name} checked={side === each} onChange={() => onChange(each)} />
          {conflict[each]}
          <span className={css.value}>{written(collision[each])}</span>
        </label>
      ))}
    </fieldset>
  );
}
