'use client';
import { useCallback } from 'react';
import { Refused, type WireRefusal } from '../../desk/port.ts';
import { type Names, useNames } from '../names.ts';
import { factsOf } from './facts.ts';
import { words } from './words.ts';

/** Why not, in the language that is spoken. What a newer server refuses for a reason unknown here, it says itself. */
export function saidOf(refusal: WireRefusal, names: Names): string {
  const sentence = Object.hasOwn(words, refusal.code) ? words[refusal.code as keyof typeof words] : undefined;
  return sentence === undefined ? refusal.message : sentence(factsOf(refusal, names));
}

/** Words for a refusal, or for an error that may carry one. */
export function useSaid(): (no: unknown) => string {
  const names = useNames();
  return useCallback(
    (no) => {
      if (no instanceof Refused) return saidOf(no.refusal, names);
      if (no instanceof Error) return no.message;
      return isRefusal(no) ? saidOf(no, names) : String(no);
    },
    [names],
  );
}

const isRefusal = (no: unknown): no is WireRefusal =>
  typeof no === 'object' && no !== null && 'code' in no && 'message' in no;
