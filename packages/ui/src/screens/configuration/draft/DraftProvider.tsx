'use client';
import {
  type ConfigurationVersion,
  type ContactCentreConfig,
  type Edit,
  edited,
  type Fault,
  faultsOfWhole,
} from '@intray/core';
import { useQuery } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useDeferredValue,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useDesk } from '../../../desk/DeskProvider.tsx';
import { keys } from '../../../desk/keys.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import { SkeletonRows } from '../../../parts/Skeleton.tsx';
import { inWords } from '../../faults/words.ts';
import { Trouble } from '../../Trouble.tsx';
import { words } from '../words.ts';
import { type Draft, withEdits } from './draft.ts';
import { draftOf, keepDraft, onDraft } from './shelf.ts';

export interface DraftOfConfiguration {
  /** What the draft changes: the version it was begun on. */
  readonly base: ConfigurationVersion;
  readonly newest: ConfigurationVersion;
  readonly edits: readonly Edit[];
  readonly note: string;
  /** As it would be with the draft. */
  readonly config: ContactCentreConfig;
  /** What core finds wrong with that; a moment behind what is typed. */
  readonly faults: readonly Fault[];
  change(edits: readonly Edit[]): void;
  /** Puts a whole draft in the place of this one; `undefined` discards it. */
  replace(draft: Draft | undefined): void;
  setNote(note: string): void;
}

const Context = createContext<DraftOfConfiguration | undefined>(undefined);
const NO_EDITS: readonly Edit[] = [];

export function useDraftOfConfiguration(): DraftOfConfiguration {
  const draft = useContext(Context);
  if (draft === undefined) throw new Error('There is no DraftProvider above this screen. Put it below one.');
  return draft;
}

/** Reads the configuration and the person's draft of a change, for the screens below. */
export function DraftProvider({ whose, children }: { readonly whose: string; readonly children: ReactNode }) {
  const { port } = useDesk();
  const kept = useSyncExternalStore(
    onDraft,
    () => draftOf(whose),
    () => undefined,
  );
  const newest = useQuery({ queryKey: keys.configuration, queryFn: () => port.configuration() });
  const on = kept?.base ?? newest.data?.version;
  const isOld = on !== undefined && newest.data !== undefined && on !== newest.data.version;
  const former = useQuery({
    queryKey: keys.configurationVersion(on ?? 0),
    queryFn: () => port.configuration(on),
    enabled: isOld,
  });
  const base = isOld ? former.data : newest.data;
  const trouble = newest.error ?? former.error;

  if (newest.data === undefined || base === undefined)
    return trouble ? (
      <Trouble
        error={trouble}
        busy={newest.isFetching || former.isFetching}
        onRetry={() => void (newest.error ? newest : former).refetch()}
      />
    ) : (
      <SkeletonRows label={words.loading(words.places.configuration)} rows={12} />
    );
  return (
    <Drafted whose={whose} kept={kept} base={base} newest={newest.data}>
      {children}
    </Drafted>
  );
}

interface DraftedProps {
  readonly whose: string;
  readonly kept: Draft | undefined;
  readonly base: ConfigurationVersion;
  readonly newest: ConfigurationVersion;
  readonly children: ReactNode;
}

function Drafted({ whose, kept, base, newest, children }: DraftedProps) {
  const edits = kept?.edits ?? NO_EDITS;
  const note = kept?.note ?? '';
  const config = useMemo(
    () => (edits.length === 0 ? base.config : (edited(base.config, edits) as unknown as ContactCentreConfig)),
    [base, edits],
  );
  // Ten thousand agents are not looked through between two letters.
  const checked = useDeferredValue(config);
  const language = useLanguage();
  const faults = useMemo(
    () => (checked === base.config ? [] : inWords(faultsOfWhole(checked))),
    [checked, base, language],
  );

  const replace = useCallback((draft: Draft | undefined) => keepDraft(whose, draft), [whose]);
  const change = useCallback(
    (further: readonly Edit[]) => {
      const now = draftOf(whose);
      const next = withEdits(now?.edits ?? NO_EDITS, further, base.config);
      const words = now?.note ?? '';
      replace(next.length === 0 ? undefined : { base: base.version, edits: next, note: words });
    },
    [whose, base, replace],
  );
  const setNote = useCallback(
    (text: string) => {
      const now = draftOf(whose);
      if (now !== undefined) replace({ ...now, note: text });
    },
    [whose, replace],
  );
  const value = useMemo(
    () => ({ base, newest, edits, note, config, faults, change, replace, setNote }),
    [base, newest, edits, note, config, faults, change, replace, setNote],
  );
  return <Context value={value}>{children}</Context>;
}
