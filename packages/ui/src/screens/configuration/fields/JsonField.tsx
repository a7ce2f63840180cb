'use client';
import { useState } from 'react';
import { TextArea } from '../../../parts/TextArea.tsx';
import { words } from '../words.ts';
import { jsonTyped } from './blank.ts';
import type { FieldInputProps } from './field-props.ts';

const written = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** A value as JSON, for what no fields would make clearer. What is no JSON yet stays here and changes nothing. */
export function JsonField({ label, description, error, required, faults, value, onChange }: FieldInputProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? written(value);
  const unread = text.trim() !== '' && jsonTyped(text) === undefined;
  const inside = faults.find(({ at }) => at.length > 0);
  const message = unread
    ? words.field.notJson
    : (error ?? (inside && `${inside.at.join('.')}: ${inside.message}`));
  const change = (next: string) => {
    setTyped(next);
    if (next.trim() === '') return onChange(required ? null : undefined);
    const read = jsonTyped(next);
    if (read !== undefined) onChange(read.value);
  };
  return (
    <TextArea
      label={label}
      required={required}
      {...(description !== undefined && { description })}
      {...(message !== undefined && { error: message })}
      spellCheck={false}
      rows={Math.min(16, Math.max(3, text.split('\n').length))}
      style={{ fontFamily: 'var(--font-mono)', fontSize: 'var(--text-s)' }}
      value={text}
      onChange={change}
      // Written anew in good order once it can be read.
      onBlur={() => !unread && setTyped(undefined)}
    />
  );
}
