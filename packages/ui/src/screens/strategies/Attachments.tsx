'use client';
import type { RoutingStep } from '@intray/core';
import { useState } from 'react';
import { TextArea } from '../../parts/TextArea.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { attachedLines, readLines } from './describe.ts';
import { words } from './words.ts';

type Attaching = Pick<RoutingStep, 'attach' | 'overrideSets'>;

export interface AttachmentsProps<T extends Attaching> {
  readonly of: T;
  readonly fault: string | undefined;
  readonly onChange: (next: T) => void;
}

/** What is attached to work when it is offered. Kept as typed while it is typed: half a line is none yet. */
export function Attachments<T extends Attaching>({ of, fault, onChange }: AttachmentsProps<T>) {
  const [lines, setLines] = useState(() => attachedLines(of.attach));
  const [sets, setSets] = useState(() => (of.overrideSets ?? []).join(', '));
  const without = (key: keyof Attaching) => {
    const { [key]: _, ...rest } = of;
    return rest;
  };
  return (
    <div className={css.fields}>
      <TextArea
        label={words.attach}
        description={words.attachHint}
        rows={2}
        value={lines}
        onChange={(text) => {
          setLines(text);
          const attach = readLines(text);
          onChange({ ...without('attach'), ...(attach && { attach }) } as T);
        }}
      />
      <TextField
        label={words.sets}
        description={words.setsHint}
        value={sets}
        {...(fault && { error: fault })}
        onChange={(text) => {
          setSets(text);
          const overrideSets = text.split(',').flatMap((id) => id.trim() || []);
          onChange({ ...without('overrideSets'), ...(overrideSets.length > 0 && { overrideSets }) } as T);
        }}
      />
    </div>
  );
}
