/** Keys for every program, chosen by pressing them. */
import { TextField } from '@intray/ui';
import { acceleratorOf } from './accelerator.ts';
import { words } from './words.ts';

export interface KeyFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  /** Another program has these keys. */
  readonly taken: boolean;
  /** `undefined`: none any more. */
  readonly onChange: (keys: string | undefined) => void;
}

export function KeyField({ label, value, taken, onChange }: KeyFieldProps) {
  return (
    <TextField
      label={label}
      value={value ?? ''}
      placeholder={words.noKey}
      {...(taken && value !== undefined && { error: words.taken(value) })}
      onChange={(text) => text === '' && onChange(undefined)}
      onKeyDown={(event) => {
        // Tab goes on, as everywhere.
        if (event.key === 'Tab') return;
        event.preventDefault();
        if (event.key === 'Delete' || event.key === 'Backspace') return onChange(undefined);
        const keys = acceleratorOf(event.nativeEvent);
        if (keys !== undefined) onChange(keys);
      }}
    />
  );
}
