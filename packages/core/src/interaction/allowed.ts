/**
 * What an actor may do with an interaction now. The one source of the buttons on a desk and of the `capabilities` on
 * the wire: a command that is listed is refused only for what it carries; one that is not listed is refused, or answered
 * with "it is so already" and changes nothing.
 */
import type { InteractionCommandType } from '../commands.ts';
import type { Standing } from './ask.ts';
import { transitions } from './compiled.ts';
import { rules } from './rules.ts';

/** Commands that the state knows and whose rule lets this actor ask, in the machine's order. */
export function allowed(standing: Standing): readonly InteractionCommandType[] {
  const commands: InteractionCommandType[] = [];
  const asked: Standing = { ...standing, unexplained: true };
  for (const [command, candidates] of transitions[standing.interaction.state])
    if (candidates.some(({ rule }) => rules[rule].standing(asked) === null)) commands.push(command);
  return commands;
}
