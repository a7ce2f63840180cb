'use client';
import { type ConfigurationKind, objectsOf } from '@intray/core';
import { useMemo } from 'react';
import type { SelectOption } from '../../../parts/Select.tsx';
import { useDraftOfConfiguration } from '../draft/DraftProvider.tsx';

/** The objects of some kinds as things to choose, those of the draft among them. */
export function useChoices(kinds: readonly ConfigurationKind[]): readonly SelectOption[] {
  const { config } = useDraftOfConfiguration();
  return useMemo(
    () =>
      kinds.flatMap((kind) =>
        objectsOf(config, kind).map(({ id, name }) => ({
          value: id,
          label: typeof name === 'string' && name !== id ? `${name} (${id})` : id,
        })),
      ),
    [config, kinds],
  );
}
