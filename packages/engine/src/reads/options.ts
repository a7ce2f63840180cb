/** Questions about options: which value holds for somebody, and why. */
import {
  type Actor,
  type Answer,
  explainOptions,
  type OptionExplanation,
  type OptionsQuery,
} from '@intray/core';
import { visible } from './interactions.ts';
import type { ReadParts } from './parts.ts';

export const optionReads = (parts: ReadParts) => ({
  async options(actor: Actor, query: OptionsQuery): Promise<Answer<readonly OptionExplanation[]>> {
    if (query.interactionId === undefined) return explainOptions(actor, query, undefined, parts.centre());
    const found = await visible(actor, query.interactionId, parts);
    return found.ok ? explainOptions(actor, query, found.value.interaction, parts.centre()) : found;
  },
});
