'use client';
import { useCallback, useState } from 'react';
import { drafts } from './drafts.ts';

/** A text that survives a reload until it is emptied. Give the component that uses it a `key` with the subject. */
export function useDraft(subject: string, field: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.read(subject, field));
  const write = useCallback(
    (next: string) => {
      drafts.write(subject, field, next);
      setText(next);
    },
    [subject, field],
  );
  return [text, write];
}
