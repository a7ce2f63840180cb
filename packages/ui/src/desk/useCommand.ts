'use client';
import type { Command, Outcome } from '@intray/core';
import { useCallback } from 'react';
import { useNotify } from '../parts/Toaster.tsx';
import { useSaid } from '../screens/refusals/said.ts';
import { subjectOf } from './commands.ts';
import { useDesk } from './DeskProvider.tsx';
import { useOutbox } from './questions.ts';

/**
 * Gives commands. What the server refuses is told by its code; a repeated refusal about the same thing replaces
 * the one before.
 */
export function useCommand(): (command: Command) => Promise<Outcome | undefined> {
  const desk = useDesk();
  const notify = useNotify();
  const said = useSaid();
  return useCallback(
    async (command) => {
      try {
        const outcome = await desk.run(command);
        if (!outcome.ok)
          notify({
            title: said(outcome.refusal),
            tone: 'caution',
            id: `${command.type}:${subjectOf(command)}`,
          });
        return outcome;
      } catch (error) {
        notify({ title: said(error), tone: 'critical' });
        return undefined;
      }
    },
    [desk, notify, said],
  );
}

/** A command about this interaction or agent has no answer yet. */
export function usePending(subject: string): boolean {
  return useOutbox().some(({ command }) => subjectOf(command) === subject);
}
