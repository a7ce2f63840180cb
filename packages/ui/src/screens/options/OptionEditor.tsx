'use client';
import {
  GENERAL_GROUP,
  LEVELS,
  type Level,
  type NamedOption,
  type OptionGroup,
  type OptionSubject,
  optionGroups,
  readName,
  WORKITEM_GROUP,
} from '@intray/core';
import { Search, SlidersHorizontal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Combobox } from '../../parts/Combobox.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { Select } from '../../parts/Select.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useDraftOfConfiguration } from '../configuration/draft/DraftProvider.tsx';
import { useChoices } from '../configuration/fields/useChoices.ts';
import { words } from '../configuration/words.ts';
import { words as faultWords } from '../faults/words.ts';
import { meaningOf } from '../meanings/meanings.ts';
import { OptionRow } from './OptionRow.tsx';
import css from './Options.module.css';
import { CARRIERS, editOfOptions, optionsOf, type Section, without } from './placed.ts';

const NO_KINDS = [] as const;

export interface OptionEditorProps {
  readonly level: Level;
  /** Of the group, the person or the override set. */
  readonly id: string | undefined;
  readonly onGo: (page: string, id?: string) => void;
}

/** Sets options at one level: every option there is, with its meaning, its default and its values. */
export function OptionEditor({ level, id, onGo }: OptionEditorProps) {
  const carrier = CARRIERS[level];
  const kinds = useMemo(() => (carrier === undefined ? NO_KINDS : [carrier]), [carrier]);
  const whose = useChoices(kinds);
  const said = words.optionScreen;
  const isOpen = carrier === undefined || whose.some((one) => one.value === id);
  return (
    <div className={css.editor}>
      <div className={css.controls}>
        <Select
          label={said.level}
          value={level}
          onChange={(next) => onGo(next)}
          options={LEVELS.map((one) => ({ value: one, label: said.levels[one] }))}
        />
        {carrier !== undefined && (
          <Combobox
            key={level}
            label={said.of}
            options={whose}
            value={id ?? null}
            onChange={(next) => onGo(level, next ?? undefined)}
            placeholder={words.field.find}
            emptyText={words.field.nothing}
            openLabel={`${words.field.open}: ${said.of}`}
          />
        )}
      </div>
      {isOpen ? (
        <Groups level={level} id={id} />
      ) : (
        <EmptyState icon={SlidersHorizontal} title={said.ofNone}>
          {said.ofNoneWhy}
        </EmptyState>
      )}
    </div>
  );
}

interface OfLevel {
  readonly level: Level;
  readonly id: string | undefined;
}

/** The groups with what else is set: options under a nickname of somebody's own, which no list can know. */
function useGroups(section: Section): readonly OptionGroup[] {
  const { config } = useDraftOfConfiguration();
  return useMemo(() => {
    const groups = optionGroups(config.mediaTypes.map(({ id }) => id));
    const known = new Set(
      groups.flatMap(({ subjects }) =>
        subjects.flatMap(({ options }) => options.map((option) => option.name)),
      ),
    );
    const others = Object.keys(section).flatMap((name): NamedOption[] => {
      const named = known.has(name) ? undefined : readName(name);
      return named?.ok ? [{ name, option: named.value.option }] : [];
    });
    if (others.length === 0) return groups;
    return groups.map((group) =>
      group.id === GENERAL_GROUP
        ? {
            ...group,
            subjects: [...group.subjects, { subject: 'Workbins' as OptionSubject, options: others }],
          }
        : group,
    );
  }, [config.mediaTypes, section]);
}

function Groups({ level, id }: OfLevel) {
  const { config, change } = useDraftOfConfiguration();
  const [chosen, setChosen] = useState(WORKITEM_GROUP);
  const [sought, setSought] = useState('');
  const [onlySet, setOnlySet] = useState(false);
  const section = optionsOf(config, level, id);
  const groups = useGroups(section);
  const said = words.optionScreen;
  const titles = new Map(config.mediaTypes.map((media) => [media.id, media.name]));
  const titleOf = (group: string) => {
    if (group === WORKITEM_GROUP) return said.workitems;
    return group === GENERAL_GROUP ? said.general : (titles.get(group) ?? group);
  };
  const set = (name: string, value: string | undefined) => {
    const next = value === undefined ? without(section, name) : { ...section, [name]: value };
    const edit = editOfOptions(config, level, id, next);
    if (edit !== undefined) change([edit]);
  };
  const letters = sought.trim().toLowerCase();
  const applies = ({ name, option }: NamedOption) =>
    option.levels.includes(level) &&
    (!onlySet || section[name] !== undefined) &&
    (letters === '' || `${name}\n${meaningOf(option).says}`.toLowerCase().includes(letters));
  // Whoever looks for an option by name wants it wherever it stands.
  const shown = letters === '' ? groups.filter((group) => group.id === chosen) : groups;
  const subjects = shown.flatMap((group) =>
    group.subjects.map(({ subject, options }, index) => ({
      key: `${group.id}/${subject}/${index}`,
      title: letters === '' ? said.subjects[subject] : `${titleOf(group.id)} · ${said.subjects[subject]}`,
      options: options.filter(applies),
    })),
  );
  const filled = subjects.filter(({ options }) => options.length > 0);
  return (
    <div className={css.body}>
      <nav className={css.groups} aria-label={said.groups}>
        <ul>
          {groups.map((group) => (
            <li key={group.id}>
              <button
                type="button"
                className={css.group}
                aria-current={group.id === chosen && letters === '' ? 'page' : undefined}
                onClick={() => {
                  setChosen(group.id);
                  setSought('');
                }}
              >
                <span className={css.groupName}>{titleOf(group.id)}</span>
                <SetCount group={group} section={section} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.list}>
        <div className={css.controls}>
          <TextField
            label={said.find}
            hideLabel
            icon={Search}
            type="search"
            placeholder={said.find}
            value={sought}
            onChange={setSought}
          />
          <Switch label={said.onlySet} checked={onlySet} onChange={setOnlySet} />
        </div>
        {filled.length === 0 && (
          <EmptyState icon={Search} title={said.noMatch}>
            {said.noMatchWhy}
          </EmptyState>
        )}
        {filled.map(({ key, title, options }) => (
          <section key={key} className={css.subject} aria-label={title}>
            <h3>{title}</h3>
            {options.map((named) => (
              <OptionRow
                key={named.name}
                named={named}
                level={level}
                id={id}
                value={section[named.name]}
                onChange={(value) => set(named.name, value)}
              />
            ))}
          </section>
        ))}
        {letters === '' && chosen === GENERAL_GROUP && <ByName onSet={(name) => set(name, '')} />}
      </div>
    </div>
  );
}

function SetCount({ group, section }: { readonly group: OptionGroup; readonly section: Section }) {
  const n = group.subjects.reduce(
    (sum, { options }) => sum + options.filter(({ name }) => section[name] !== undefined).length,
    0,
  );
  return n === 0 ? null : <span className={css.count}>{words.optionScreen.setHere(n)}</span>;
}

/** An option whose name holds a nickname of somebody's own. */
function ByName({ onSet }: { readonly onSet: (name: string) => void }) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const set = () => {
    const read = readName(name.trim());
    if (!read.ok) return setFault(faultWords.inWords(read.fault));
    onSet(name.trim());
    setName('');
  };
  return (
    <TextField
      label={words.optionScreen.addByName}
      value={name}
      placeholder="workbin.email.escalated"
      onChange={(next) => {
        setName(next);
        setFault(undefined);
      }}
      onKeyDown={(event) => event.key === 'Enter' && set()}
      {...(fault !== undefined && { error: fault })}
    />
  );
}
