'use client';
import { type ContactCentreConfig, type Fault, PHASES, type TaskRule } from '@intray/core';
import { Trash2 } from 'lucide-react';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { Actions, Conditions } from './Lines.tsx';
import { levelOf } from './order.ts';
import { TableEditor } from './TableEditor.tsx';
import { words } from './words.ts';

export interface RuleFormProps {
  readonly rule: TaskRule;
  readonly config: ContactCentreConfig;
  /** Paths within the rule. */
  readonly faults: readonly Fault[];
  readonly onChange: (rule: TaskRule) => void;
  readonly onRemove: () => void;
}

const GLOBAL = 'global:';

/** One rule, whichever its form: when it applies and what it does, line by line or as a table. */
export function RuleForm({ rule, config, faults, onChange, onRemove }: RuleFormProps) {
  const of = levelOf(rule);
  const named = (level: keyof typeof words.levels, objects: readonly { id: string; name: string }[] = []) =>
    objects.map(({ id, name }) => ({ value: `${level}:${id}`, label: `${words.levels[level]} ${name}` }));
  const levels = [
    { value: GLOBAL, label: words.levels.global },
    ...named('department', config.departments),
    ...named('process', config.processes),
    ...named('capturePoint', config.capturePoints),
  ];
  const setLevel = (value: string) => {
    const { for: _, ...rest } = rule;
    const [level = '', ...id] = value.split(':');
    onChange(value === GLOBAL ? rest : { ...rest, for: { [level]: id.join(':') } });
  };
  const flag = (key: 'disabled' | 'last', on: boolean) => {
    const { [key]: _, ...rest } = rule;
    onChange(on ? { ...rest, [key]: true } : rest);
  };
  const fault = (key: string) => faults.find(({ path }) => path[0] === key)?.message;
  const nameFault = fault('name');
  const whole = faults.find(({ path }) => path.length === 0)?.message;
  return (
    <div className={css.form}>
      <div className={css.fields}>
        <TextField
          label={common.name}
          value={rule.name}
          {...(nameFault && { error: nameFault })}
          onChange={(name) => onChange({ ...rule, name })}
        />
        <Select
          label={words.phase}
          value={rule.phase}
          options={PHASES.map((value) => ({ value, label: words.phases[value] }))}
          onChange={(phase) => onChange({ ...rule, phase })}
        />
        <Select label={words.level} value={`${of.level}:${of.of}`} options={levels} onChange={setLevel} />
      </div>
      <div className={css.line}>
        <Checkbox
          label={words.disabled}
          checked={rule.disabled === true}
          onChange={(on) => flag('disabled', on)}
        />
        <Checkbox label={words.last} checked={rule.last === true} onChange={(on) => flag('last', on)} />
        <span className={css.grow} />
        <IconButton icon={Trash2} label={common.remove} onClick={onRemove} />
      </div>
      {whole && <p className={css.wrong}>{whole}</p>}
      {rule.table ? (
        <TableEditor
          table={rule.table}
          name={rule.name}
          phase={rule.phase}
          faults={faults}
          onChange={(table) => onChange({ ...rule, table })}
        />
      ) : (
        <>
          <Conditions
            when={rule.when ?? []}
            faults={faults}
            onChange={(when) => {
              const { when: _, ...rest } = rule;
              onChange(when.length === 0 ? rest : { ...rest, when: [...when] });
            }}
          />
          <Actions
            deeds={rule.do ?? []}
            phase={rule.phase}
            calendars={config.calendars}
            faults={faults}
            onChange={(deeds) => onChange({ ...rule, do: [...deeds] })}
          />
          <p className={css.muted}>{words.hint}</p>
        </>
      )}
    </div>
  );
}
