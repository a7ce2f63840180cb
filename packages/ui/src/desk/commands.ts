/** Commands on their way: given once, shown at once, answered sooner or later. */
import type { Command, Outcome } from '@intray/core';

/** A command whose answer has not come yet. */
export interface OnTheWay {
  readonly commandId: string;
  readonly command: Command;
}

/** The commands on their way, to be watched by screens. */
export interface Outbox {
  list(): readonly OnTheWay[];
  subscribe(listener: () => void): () => void;
  add(entry: OnTheWay): void;
  remove(commandId: string): void;
}

/** An empty outbox. */
export function outbox(): Outbox {
  let entries: readonly OnTheWay[] = [];
  const listeners = new Set<() => void>();
  const become = (next: readonly OnTheWay[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  return {
    list: () => entries,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (entry) => become([...entries, entry]),
    remove: (commandId) => become(entries.filter((entry) => entry.commandId !== commandId)),
  };
}

/** The interaction or agent a command is about. */
export const subjectOf = (command: Command): string =>
  'interactionId' in command ? command.interactionId : command.agentId;

/** Runs a command and says what came of it. */
export type Run = (command: Command) => Promise<Outcome>;
