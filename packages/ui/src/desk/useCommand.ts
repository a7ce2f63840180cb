'use client';
import type { Command, Outcome } from '@intray/core';
import { useCallback } from 'react';
import { useNotify } from '../parts/Toaster.tsx';
import { subjectOf } from './commands.ts';
import { useDesk } from './DeskProvider.tsx';
import { useOutbox } from './questions.ts';

/**
 * Gives commands. What the server refuses is told in its own words; a repeated refusal about the same thing replaces
 * the one before.
 */
export function useCommand(): (command: Command) => Promise<Outcome | undefined> {
  const desk = useDesk();
  const notify = useNotify();
  return useCallback(
    async (command) => {
      try {
        const outcome = await desk.run(command);
        if (!outcome.ok)
          notify({
            title: outcome.refusal.message,
            tone: 'caution',
            id: `${command.type}:${subjectOf(command)}`,
          });
        return outcome;
      } catch (error) {
        notify({ title: error instanceof Error ? error.message : String(error), tone: 'critical' });
        return undefined;
      }
    },
    [desk, notify],
  );
}

/** A command about this interaction or agent has no answer yet. */
export function usePending(subject: string): boolean {
  return useOutbox().some(({ command }) => subjectOf(command) === subject);
}
