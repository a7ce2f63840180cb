/** A piece of work as a line of a list. */
import type { InteractionLine } from '../lines.ts';
import type { Json } from '../values.ts';
import type { Interaction } from './interaction.ts';

/** The line, with the attached keys that were asked for and are there. */
export function asLine(interaction: Interaction, keys: readonly string[]): InteractionLine {
  const { userData, exclusions, handleUntil, pulledFrom, placement, delivery, deliveredAt, ...line } =
    interaction;
  const data: Record<string, Json> = {};
  for (const key of keys) {
    const value = Object.hasOwn(userData, key) ? userData[key] : undefined;
    if (value !== undefined) data[key] = value;
  }
  return { ...line, data };
}
