'use client';
import { useCallback } from 'react';
import { Failed, Refused, SignedOut, type WireRefusal } from '../../desk/port.ts';
import { type Names, useKnownNames } from '../names.ts';
import { factsOf } from './facts.ts';
import { words } from './words.ts';

/** Why not, in the language that is spoken. What a newer server refuses for a reason unknown here, it says itself. */
export function saidOf(refusal: WireRefusal, names: Names): string {
  const sentence = Object.hasOwn(words, refusal.code) ? words[refusal.code as keyof typeof words] : undefined;
  return sentence === undefined ? refusal.message : sentence(factsOf(refusal, names));
}

/** Words for a refusal, or for an error that may carry one. */
export function useSaid(): (no: unknown) => string {
  const names = useKnownNames();
  return useCallback(
    (no) => {
      if (no instanceof Error) return saidOf(refusalIn(no), names);
      return isRefusal(no) ? saidOf(no, names) : String(no);
    },
    [names],
  );
}

/** Names of what is thrown when a question, or a part of the desk itself, never arrived. */
const UNANSWERED: ReadonlySet<string> = new Set([
  'TRPCClientError',
  'TypeError',
  'TimeoutError',
  'ChunkLoadError',
]);

/** What an error says, as if the server had refused it. One that nothing is known of says its own words. */
export function refusalIn(error: Error): WireRefusal {
  const { message } = error;
  if (error instanceof Refused) return error.refusal;
  if (error instanceof SignedOut) return { code: 'signed_out', message };
  if (error instanceof Failed)
    return { code: 'internal', message, detail: { requestId: error.requestId ?? '' } };
  return { code: UNANSWERED.has(error.name) ? 'no_answer' : '', message };
}

const isRefusal = (no: unknown): no is WireRefusal =>
  typeof no === 'object' && no !== null && 'code' in no && 'message' in no;
