/** Attached values where the contact centre has closed the list they are chosen from. */
import type { InteractionCommands } from '../commands.ts';
import { refuse } from '../refusals.ts';
import { type Json, sameJson, type UserData } from '../values.ts';
import type { Ask, Verdict } from './ask.ts';

/** Of a long list this many values are told. */
const MOST_TOLD = 20;

const isListed = (listed: ReadonlySet<string>, value: Json): boolean =>
  value !== null && typeof value !== 'object' && listed.has(String(value));

/** It stands there already. Programs that send back all they were told must not be refused for what they leave alone. */
const isThere = (before: UserData, key: string, value: Json): boolean =>
  Object.hasOwn(before, key) && sameJson(before[key], value);

/**
 * [I32] What is attached by hand under a key with a closed list is of that list. Work that comes in is not asked: it
 * would be lost with the "no".
 */
export function valuesListed({
  interaction,
  command,
  centre,
}: Ask<InteractionCommands['attachUserData' | 'updateUserData']>): Verdict {
  if (centre.closedLists.size === 0) return null;
  for (const [key, value] of Object.entries(command.userData)) {
    const listed = centre.closedLists.get(key);
    if (listed === undefined || isListed(listed, value) || isThere(interaction.userData, key, value))
      continue;
    const told = [...listed].slice(0, MOST_TOLD).join(', ');
    const more = listed.size > MOST_TOLD ? ` and ${listed.size - MOST_TOLD} more` : '';
    return refuse(
      'value_not_listed',
      `"${key}" takes its value from a list, and what came is not in it. Choose one of: ${told}${more}.`,
      { key },
    );
  }
  return null;
}
