'use client';
import type { ContactCentreConfig } from '@intray/core';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words } from './words.ts';

export type Calendars = ContactCentreConfig['calendars'];

export interface WorkingTimeProps {
  /** As a rule holds it: `8h Office`. */
  readonly value: string;
  readonly calendars: Calendars;
  readonly hideLabel: boolean;
  readonly error?: string;
  readonly onChange: (value: string) => void;
}

/** How long, and by which business calendar. */
export function WorkingTime({ value, calendars = [], hideLabel, error, onChange }: WorkingTimeProps) {
  const [length = '', ...rest] = value.split(' ');
  const calendar = rest.join(' ');
  const known = calendars.some(({ id }) => id === calendar);
  return (
    <>
      <div className={css.grow}>
        <TextField
          label={words.length}
          hideLabel={hideLabel}
          value={length}
          {...(error && { error })}
          onChange={(next) => onChange(`${next.trim()} ${calendar}`)}
        />
      </div>
      <Select
        label={words.calendar}
        hideLabel={hideLabel}
        placeholder={words.noCalendar}
        value={known ? calendar : null}
        options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next) => onChange(`${length} ${next}`)}
      />
    </>
  );
}
