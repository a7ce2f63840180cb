/** Questions about options and privileges: which value holds for somebody, what they may do, and why. */
import {
  type AccessQuery,
  type Actor,
  type Answer,
  explainAccess,
  explainOptions,
  type OptionExplanation,
  type OptionsQuery,
  type PrivilegeExplanation,
} from '@intray/core';
import { visible } from './interactions.ts';
import type { ReadParts } from './parts.ts';

export const optionReads = (parts: ReadParts) => ({
  async access(actor: Actor, query: AccessQuery): Promise<Answer<readonly PrivilegeExplanation[]>> {
    return explainAccess(actor, query, parts.centre());
  },

  async options(actor: Actor, query: OptionsQuery): Promise<Answer<readonly OptionExplanation[]>> {
    if (query.interactionId === undefined) return explainOptions(actor, query, undefined, parts.centre());
    const found = await visible(actor, query.interactionId, parts);
    return found.ok ? explainOptions(actor, query, found.value.interaction, parts.centre()) : found;
  },
});
