'use client';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { later } from '../later.tsx';
import { navWords } from '../oversight/nav-words.ts';

/** Fetched when it is asked for: most days nobody asks. */
const Answer = later(async () => (await import('./WhyNothingAnswer.tsx')).default, undefined, 'asked');

/** An agent asks why no work comes to them. */
export function WhyNothing({ agentId }: { readonly agentId: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button icon={CircleHelp} onClick={() => setAsked(true)}>
        {navWords.whyNothing}
      </Button>
      {asked && <Answer agentId={agentId} onClose={() => setAsked(false)} />}
    </>
  );
}
