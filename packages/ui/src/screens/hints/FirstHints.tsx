'use client';
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { dismissHints, hintsDismissed } from '../preferences.ts';
import css from './Hints.module.css';
import { words } from './words.ts';

export interface FirstHintsProps {
  readonly agentId: string;
  /** The session has been started. */
  readonly active: boolean;
}

/** What to do on a desk that is still empty, until the person has read it; on this computer it is then gone for good. */
export function FirstHints({ agentId, active }: FirstHintsProps) {
  const [gone, setGone] = useState(() => hintsDismissed(agentId));
  if (gone) return null;
  const steps = [...(active ? [] : [words.start]), words.ready, words.open, words.find];
  return (
    <aside className={css.hints} aria-label={words.label}>
      <div className={css.head}>
        <h3>{words.label}</h3>
        <Button
          size="s"
          onClick={() => {
            dismissHints(agentId);
            setGone(true);
          }}
        >
          {words.dismiss}
        </Button>
      </div>
      <ol className={css.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </aside>
  );
}
