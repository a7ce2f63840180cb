'use client';
import { CircleHelp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { withWords } from '../../language/lazily.ts';
import { Button } from '../../parts/Button.tsx';
import { navWords } from '../oversight/nav-words.ts';

/** Fetched when it is asked for: most days nobody asks. */
const Answer = lazy(withWords(() => import('./WhyNothingAnswer.tsx')));

/** An agent asks why no work comes to them. */
export function WhyNothing({ agentId }: { readonly agentId: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button icon={CircleHelp} onClick={() => setAsked(true)}>
        {navWords.whyNothing}
      </Button>
      {asked && (
        <Suspense>
          <Answer agentId={agentId} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  );
}
