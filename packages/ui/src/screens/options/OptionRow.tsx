'use client';
import type { ConfigurationKind, Level, NamedOption, Option, Shape } from '@intray/core';
import { Plus, X } from 'lucide-react';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useDraftOfConfiguration } from '../configuration/draft/DraftProvider.tsx';
import { NamesField } from '../configuration/fields/NamesField.tsx';
import { ReferenceField } from '../configuration/fields/ReferenceField.tsx';
import { words } from '../configuration/words.ts';
import { meaningOf } from '../meanings/meanings.ts';
import css from './Options.module.css';
import { forEverybody, pathOf } from './placed.ts';

export interface OptionRowProps {
  readonly named: NamedOption;
  readonly level: Level;
  readonly id: string | undefined;
  /** As it is set at this level; `undefined`: it is not. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** What holds where nobody sets it: a value, or where else it is said. */
const defaultOf = ({ kind, fallback }: Option, configuredBy: string): string =>
  [configuredBy, kind.write(fallback)].filter(Boolean).join(' · ');

/** One option: its name, what it does, what it may be, and what it is set to here. */
export function OptionRow({ named, level, id, value, onChange }: OptionRowProps) {
  const { config, faults } = useDraftOfConfiguration();
  const said = words.optionScreen;
  const { name, option } = named;
  const meaning = meaningOf(option);
  const wider = forEverybody(config, level, name);
  const path = [...pathOf(config, level, id), name];
  const fault = faults.find(
    (one) => one.path.length === path.length && one.path.every((step, n) => step === path[n]),
  );
  const begin = () => onChange(wider?.value ?? option.kind.write(option.fallback));
  return (
    <div className={css.option} role="group" aria-label={name}>
      <div className={css.about}>
        <code className={css.name}>{name}</code>
        <p>{meaning.says}</p>
        <p className={css.hint}>
          {said.values} {meaning.expected}
        </p>
        <p className={css.hint}>
          {said.byDefault} {defaultOf(option, meaning.configuredBy) || said.nothing}
          {option.effect !== 'held' && ` · ${said.effects[option.effect]}`}
        </p>
      </div>
      {value === undefined ? (
        <div className={css.unset}>
          <span className={css.hint}>
            {wider === undefined
              ? said.notSet
              : said.inherits(wider.value || said.nothing, said.levels[wider.level])}
          </span>
          <Button size="s" icon={Plus} aria-label={said.set(name)} onClick={begin}>
            {said.setShort}
          </Button>
        </div>
      ) : (
        <div className={css.set}>
          <OptionValue
            label={said.value(name)}
            option={option}
            value={value}
            error={fault?.message}
            onChange={onChange}
          />
          <IconButton size="s" icon={X} label={said.unset(name)} onClick={() => onChange(undefined)} />
          {fault !== undefined && <Badge tone="critical">{words.list.faulty(1)}</Badge>}
        </div>
      )}
    </div>
  );
}

const NAMED: Readonly<Record<NonNullable<Option['names']>, readonly ConfigurationKind[]>> = {
  'workbin type': ['workbinTypes'],
  queue: ['queues'],
  'not-ready reason': ['notReadyReasons'],
  'media types': ['mediaTypes'],
  filters: ['filters'],
};

interface OptionValueProps {
  readonly label: string;
  readonly option: Option;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The control for what an option may be. */
function OptionValue({ label, option, value, error, onChange }: OptionValueProps) {
  const { kind, names } = option;
  const common = { label, required: true, path: '', faults: [], ...(error !== undefined && { error }) };
  if (kind.several) {
    const list = kind.read(value);
    const of: Extract<Shape, { type: 'text' | 'choice' }> =
      kind.choices === undefined
        ? { type: 'text', ...(names === undefined ? {} : { names: NAMED[names] }) }
        : { type: 'choice', choices: kind.choices };
    return (
      <NamesField
        {...common}
        hideLabel
        of={of}
        value={Array.isArray(list) ? list : value.split(',')}
        onChange={(next) => onChange((next as readonly string[]).join(','))}
      />
    );
  }
  if (kind.choices !== undefined)
    return (
      <Select
        {...common}
        hideLabel
        value={value}
        onChange={onChange}
        options={kind.choices.map((choice) => ({ value: choice, label: choice }))}
      />
    );
  if (names !== undefined)
    return (
      <ReferenceField
        {...common}
        kinds={NAMED[names]}
        value={value}
        onChange={(next) => onChange(String(next ?? ''))}
      />
    );
  return (
    <TextField
      {...common}
      hideLabel
      value={value}
      spellCheck={false}
      {...(kind.least !== undefined && { inputMode: 'numeric' as const })}
      onChange={onChange}
    />
  );
}
