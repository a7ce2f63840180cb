/**
 * The machine as a plain table, made once when the program starts. XState takes about 15 µs to evaluate one transition
 * and this table about 0.1 µs, which is what lets one server decide thousands of commands a second. The machine stays
 * the definition: `compiled.test.ts` compares the two on every state × command × outcome of the guards.
 */
import type { InteractionCommandType } from '../commands.ts';
import { type HappenedName, happened } from './happened.ts';
import { INTERACTION_STATES, type InteractionState } from './interaction.ts';
import { interactionMachine } from './machine.ts';
import { type RuleName, rules } from './rules.ts';

export interface Transition {
  readonly target: InteractionState;
  readonly rule: RuleName;
  readonly happened: HappenedName;
}

export type TransitionTable = Readonly<
  Record<InteractionState, ReadonlyMap<InteractionCommandType, readonly Transition[]>>
>;

type Written = { readonly target?: string; readonly guard?: unknown; readonly actions?: unknown };

/** Reads one transition as the machine file writes it; anything fancier is a mistake that must stop the program. */
function read(state: InteractionState, command: string, written: Written): Transition {
  const target = written.target ?? state;
  const { guard, actions } = written;
  if (typeof guard !== 'string' || !(guard in rules) || typeof actions !== 'string' || !(actions in happened))
    throw new Error(`machine.ts, ${state} on ${command}: expected one named rule and one named event.`);
  if (!(INTERACTION_STATES as readonly string[]).includes(target))
    throw new Error(`machine.ts, ${state} on ${command}: "${target}" is no state.`);
  return { target: target as InteractionState, rule: guard as RuleName, happened: actions as HappenedName };
}

function compile(): TransitionTable {
  const states = interactionMachine.config.states ?? {};
  const table = INTERACTION_STATES.map((state) => {
    const on =
      (states as Record<string, { on?: Record<string, Written | readonly Written[]> }>)[state]?.on ?? {};
    const commands = Object.entries(on).map(([command, written]) => {
      const list = Array.isArray(written) ? (written as readonly Written[]) : [written as Written];
      return [command as InteractionCommandType, list.map((one) => read(state, command, one))] as const;
    });
    return [state, new Map(commands)] as const;
  });
  return Object.fromEntries(table) as unknown as TransitionTable;
}

export const transitions: TransitionTable = compile();
