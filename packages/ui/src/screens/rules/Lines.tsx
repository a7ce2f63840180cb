'use client';
import { cellFromText, cellText, type Fault, inWorkingTime, type Phase, type TaskRule } from '@intray/core';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { actionOptions, askedOf, doneBy, fieldOptions, operatorOptions } from './columns.ts';
import { type Calendars, WorkingTime } from './WorkingTime.tsx';
import { words } from './words.ts';

type Condition = NonNullable<TaskRule['when']>[number];
type Action = NonNullable<TaskRule['do']>[number];

/** Lists are told apart by their places: lines have no name of their own, and come and go at the end. */
const replaced = <T,>(list: readonly T[], at: number, next: T): readonly T[] =>
  list.map((each, n) => (n === at ? next : each));

const faultAt = (faults: readonly Fault[], key: string, at: number): string | undefined =>
  faults.find(({ path }) => path[0] === key && path[1] === at)?.message;

interface ConditionsProps {
  readonly when: readonly Condition[];
  readonly faults: readonly Fault[];
  readonly onChange: (when: readonly Condition[]) => void;
}

/** What is asked of a piece of work, one line each. */
export function Conditions({ when, faults, onChange }: ConditionsProps) {
  return (
    <section className={css.card} aria-label={words.when}>
      <h3>{words.when}</h3>
      {when.length === 0 && <p className={css.muted}>{words.always}</p>}
      {when.map((condition, at) => {
        const { field, key, op, value } = condition;
        const question = { field, op, ...(key !== undefined && { key }) };
        const set = (next: Condition) => onChange(replaced(when, at, next));
        const fault = faultAt(faults, 'when', at);
        return (
          <div key={at} className={css.line}>
            <Select
              label={words.field}
              hideLabel={at > 0}
              value={field}
              options={fieldOptions()}
              onChange={(next) => set({ ...askedOf(next, question), value })}
            />
            {field === 'data' && (
              <TextField
                label={words.key}
                hideLabel={at > 0}
                value={key ?? ''}
                onChange={(next) => set({ ...condition, key: next })}
              />
            )}
            <Select
              label={words.op}
              hideLabel={at > 0}
              value={op}
              options={operatorOptions(field)}
              onChange={(next) => set({ ...condition, op: next })}
            />
            <div className={css.grow}>
              <TextField
                label={words.value}
                hideLabel={at > 0}
                value={cellText(question, value)}
                {...(fault && { error: fault })}
                onChange={(typed) =>
                  set({ ...question, value: (cellFromText(question, typed) ?? '') as Condition['value'] })
                }
              />
            </div>
            <IconButton
              icon={Trash2}
              label={common.remove}
              onClick={() => onChange(when.filter((_, n) => n !== at))}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="s"
          icon={Plus}
          onClick={() => onChange([...when, { field: 'data', key: 'Kind', op: 'is', value: [''] }])}
        >
          {common.add}
        </Button>
      </div>
    </section>
  );
}

interface ActionsProps {
  readonly deeds: readonly Action[];
  readonly phase: Phase;
  readonly calendars: Calendars;
  readonly faults: readonly Fault[];
  readonly onChange: (deeds: readonly Action[]) => void;
}

/** What is done to it, one line each, from above. */
export function Actions({ deeds, phase, calendars, faults, onChange }: ActionsProps) {
  return (
    <section className={css.card} aria-label={words.do}>
      <h3>{words.do}</h3>
      {deeds.map((done, at) => {
        const { action, key, value } = done;
        const deed = { action, ...(key !== undefined && { key }) };
        const set = (next: Action) => onChange(replaced(deeds, at, next));
        const fault = faultAt(faults, 'do', at);
        return (
          <div key={at} className={css.line}>
            <Select
              label={words.action}
              hideLabel={at > 0}
              value={action}
              options={actionOptions(phase)}
              onChange={(next) => set({ ...doneBy(next, deed), value })}
            />
            {action === 'attach' && (
              <TextField
                label={words.key}
                hideLabel={at > 0}
                value={key ?? ''}
                onChange={(next) => set({ ...done, key: next })}
              />
            )}
            {inWorkingTime(action) ? (
              <WorkingTime
                value={String(value)}
                calendars={calendars}
                hideLabel={at > 0}
                {...(fault && { error: fault })}
                onChange={(next) => set({ ...deed, value: next })}
              />
            ) : (
              <div className={css.grow}>
                <TextField
                  label={words.value}
                  hideLabel={at > 0}
                  value={cellText(deed, value)}
                  {...(fault && { error: fault })}
                  onChange={(typed) =>
                    set({ ...deed, value: (cellFromText(deed, typed) ?? '') as Action['value'] })
                  }
                />
              </div>
            )}
            <IconButton
              icon={Trash2}
              label={common.remove}
              disabled={deeds.length === 1}
              onClick={() => onChange(deeds.filter((_, n) => n !== at))}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="s"
          icon={Plus}
          onClick={() => onChange([...deeds, { action: 'setPriority', value: 0 }])}
        >
          {common.add}
        </Button>
      </div>
    </section>
  );
}
