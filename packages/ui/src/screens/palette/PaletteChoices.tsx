'use client';
import { FileText } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useSearch } from '../../desk/history-questions.ts';
import { type Choice, ChoiceList } from '../commands/ChoiceList.tsx';
import { senderOf, subjectOf } from '../lists/subject.ts';
import { words } from '../words.ts';
import { matching, usePalette } from './entries.ts';

const ITEM = 'item:';

export interface PaletteChoicesProps {
  readonly onDone: () => void;
  readonly onOpenItem: (id: string) => void;
}

/** What the palette offers for what is typed: places, commands, and work that is found. */
export function PaletteChoices({ onDone, onOpenItem }: PaletteChoicesProps) {
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const entries = matching(usePalette(), text);
  const { data } = useSearch(sought);
  const found = text.trim().length > 1 ? (data?.items ?? []) : [];
  const choices: readonly Choice[] = [
    ...entries.map(({ id, label, hint, icon }) => ({
      id,
      label,
      ...(hint !== undefined && { hint }),
      ...(icon && { icon }),
    })),
    ...found.map((line) => ({
      id: ITEM + line.id,
      label: [subjectOf(line), senderOf(line)].filter(Boolean).join(' · '),
      hint: words.states[line.state],
      icon: FileText,
    })),
  ];
  const choose = (id: string) => {
    onDone();
    if (id.startsWith(ITEM)) onOpenItem(id.slice(ITEM.length));
    else entries.find((entry) => entry.id === id)?.act();
  };
  return (
    <ChoiceList
      label={words.palette.find}
      placeholder={words.palette.find}
      choices={choices}
      emptyText={words.palette.nothing}
      onChoose={choose}
      onSearch={setText}
    />
  );
}
