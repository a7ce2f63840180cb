'use client';
import { Search } from 'lucide-react';
import { memo, useRef } from 'react';
import { TextField } from '../../parts/TextField.tsx';
import { useKeys } from '../useKeys.ts';
import { words } from '../words.ts';
import css from './Lists.module.css';

export interface FilterFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Field({ value, onChange }: FilterFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => field.current?.querySelector('input')?.focus() });
  return (
    <div className={css.filter} ref={field}>
      <TextField
        label={words.list.filter}
        hideLabel
        icon={Search}
        type="search"
        placeholder={words.list.filter}
        value={value}
        onChange={onChange}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onChange('');
          event.currentTarget.blur();
        }}
      />
    </div>
  );
}

/** Searches the list; `/` goes to it, Esc clears and leaves it. */
export const FilterField = memo(Field);
