'use client';
import type { LucideIcon } from 'lucide-react';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { nextIndex } from '../../parts/listKeys.ts';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import css from './Commands.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** At the end of the line: how full, who is ready. */
  readonly hint?: string;
  readonly icon?: LucideIcon;
}

export interface ChoiceListProps {
  /** Names the field and the list. */
  readonly label: string;
  readonly placeholder: string;
  /** `undefined` while they are on the way. */
  readonly choices: readonly Choice[] | undefined;
  readonly emptyText: string;
  readonly onChoose: (id: string) => void;
  /** Given, the choices are found by somebody else; otherwise the labels are searched here. */
  readonly onSearch?: (text: string) => void;
  /** What stands first under the keyboard. */
  readonly initial?: string;
  readonly busy?: boolean;
}

/** Type, arrow, Enter: one of many, chosen without leaving the keyboard. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, placeholder, choices, emptyText, onChoose, onSearch, initial, busy } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [activeId, setActiveId] = useState(initial);
  const sought = text.trim().toLowerCase();
  const shown = (choices ?? []).filter((choice) => onSearch || choice.label.toLowerCase().includes(sought));
  const active = Math.max(
    0,
    shown.findIndex((choice) => choice.id === activeId),
  );
  const optionId = (index: number) => `${id}-${index}`;

  const press = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, { index: active, count: shown.length, page: 8 });
    const home = event.key === 'Home' || event.key === 'End';
    if (next !== undefined && event.key.length > 1 && !home) {
      event.preventDefault();
      setActiveId(shown[next]?.id);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    }
    const chosen = shown[active];
    if (event.key === 'Enter' && chosen && !busy) {
      event.preventDefault();
      onChoose(chosen.id);
    }
  };

  return (
    <div className={css.choices}>
      <label className={css.search}>
        <Search aria-hidden />
        <span className="visually-hidden">{label}</span>
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActiveId(undefined);
            onSearch?.(event.target.value);
          }}
          onKeyDown={press}
        />
      </label>
      {choices === undefined && <SkeletonRows label={label} rows={4} />}
      <div id={id} role="listbox" aria-label={label} className={css.options}>
        {shown.map((choice, index) => (
          <Option
            key={choice.id}
            id={optionId(index)}
            choice={choice}
            active={index === active}
            onChoose={onChoose}
            onPoint={setActiveId}
          />
        ))}
      </div>
      {choices !== undefined && shown.length === 0 && (
        <p className={css.empty} role="status">
          {emptyText}
        </p>
      )}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  readonly onChoose: (id: string) => void;
  readonly onPoint: (id: string) => void;
}

/** The field above has the keyboard; the mouse may choose here as well. */
function Option({ id, choice, active, onChoose, onPoint }: OptionProps) {
  const { icon: Icon, label, hint } = choice;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={css.option}
      onPointerMove={() => onPoint(choice.id)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(choice.id)}
      onKeyDown={(event) => event.key === 'Enter' && onChoose(choice.id)}
    >
      {Icon && <Icon aria-hidden />}
      <span className={css.optionLabel}>{label}</span>
      {hint !== undefined && <span className={css.hint}>{hint}</span>}
    </div>
  );
}
