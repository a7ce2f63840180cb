'use client';
/** A list of the configuration in the hands of somebody who changes it: kept until it is saved, also if the tab closes. */
import {
  type ContactCentreConfig,
  draftFaults,
  editsBetween,
  type Fault,
  type Identified,
  type SettledList,
  sameValue,
  settledList,
} from '@intray/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { draftKeeper } from '../../desk/drafts.ts';
import { keys } from '../../desk/keys.ts';
import { useMyId } from '../../desk/questions.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useNotify } from '../../parts/Toaster.tsx';
import { inWords } from '../faults/words.ts';
import { useSaid } from '../refusals/said.ts';
import { words } from './words.ts';

export type DraftedKind = 'strategies' | 'taskRules';

interface Kept<T> {
  readonly base: number;
  readonly before: readonly T[];
  readonly list: readonly T[];
}

export interface Drafting<T extends Identified> {
  readonly config: ContactCentreConfig | undefined;
  /** With the draft in the place of what holds. */
  readonly drafted: ContactCentreConfig | undefined;
  readonly error: Error | null;
  readonly again: () => void;
  readonly busy: boolean;
  readonly list: readonly T[];
  readonly changed: number;
  readonly faults: readonly Fault[];
  /** What others have changed since, if they have changed the same list. */
  readonly overtaken:
    | { readonly version: number; readonly by: string; readonly clashes: readonly string[] }
    | undefined;
  readonly edit: (list: readonly T[]) => void;
  readonly takeIn: (keep: 'mine' | 'theirs') => void;
  readonly discard: () => void;
  readonly save: (note: string) => Promise<void>;
}

/** On the disk of the browser: a draft outlives its tab. It is its person's own, also where two share a browser. */
const shelf = draftKeeper(() => localStorage);

function kept<T>(whose: string, kind: DraftedKind): Kept<T> | undefined {
  const text = shelf.read(whose, kind);
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Kept<T>;
  } catch {
    shelf.write(whose, kind, '');
    return undefined;
  }
}

const NONE: readonly never[] = [];

export function useDrafting<T extends Identified>(kind: DraftedKind): Drafting<T> {
  const { port } = useDesk();
  const notify = useNotify();
  const said = useSaid();
  const query = useQuery({ queryKey: keys.configuration, queryFn: () => port.configuration() });
  const whose = useMyId() ?? '';
  const [draft, setDraft] = useState(() => kept<T>(whose, kind));
  const [saving, setSaving] = useState(false);
  const now = query.data;
  const theirs = (now?.config[kind] ?? NONE) as unknown as readonly T[];
  const list = draft?.list ?? theirs;

  const hold = (next: Kept<T> | undefined) => {
    const idle = next !== undefined && sameValue(next.before, next.list);
    shelf.write(whose, kind, next === undefined || idle ? '' : JSON.stringify(next));
    setDraft(idle ? undefined : next);
  };

  const late = useDeferredValue(list);
  const language = useLanguage();
  const config = now?.config;
  const checked = draft !== undefined;
  const faults = useMemo(
    () => (config !== undefined && checked ? inWords(draftFaults(config, kind, late)) : NONE),
    [config, kind, late, checked, language],
  );
  const drafted = useMemo(
    () => config && ({ ...config, [kind]: late } as unknown as ContactCentreConfig),
    [config, kind, late],
  );
  const behind = draft !== undefined && now !== undefined && draft.base !== now.version;
  const elsewhere = behind && sameValue(draft.before, theirs);
  const merged = (keep: 'mine' | 'theirs'): SettledList<T> | undefined =>
    draft && settledList(draft.before, draft.list, theirs, keep);

  return {
    config,
    drafted,
    error: query.error,
    again: () => void query.refetch(),
    busy: saving || query.isFetching,
    list,
    changed: draft === undefined ? 0 : editsBetween(kind, draft.before, draft.list).length,
    faults,
    overtaken:
      behind && !elsewhere && !saving
        ? { version: now.version, by: now.by, clashes: merged('mine')?.clashes ?? NONE }
        : undefined,
    edit: (next) => {
      if (now === undefined) return;
      hold({ base: draft?.base ?? now.version, before: draft?.before ?? theirs, list: next });
    },
    takeIn: (keep) => {
      const settled = merged(keep);
      if (settled && now) hold({ base: now.version, before: theirs, list: settled.list });
    },
    discard: () => hold(undefined),
    async save(note) {
      if (draft === undefined || now === undefined) return;
      setSaving(true);
      try {
        const answer = await port.changeConfiguration({
          base: elsewhere ? now.version : draft.base,
          edits: [...editsBetween(kind, draft.before, draft.list)],
          moves: [],
          dryRun: false,
          ...(note.trim() !== '' && { note: note.trim() }),
        });
        if (answer.ok) {
          await query.refetch();
          hold(undefined);
          notify({ title: words.saved(answer.value.version), tone: 'positive' });
        } else {
          notify({ title: said(answer.refusal), tone: 'caution', id: `save:${kind}` });
          if (answer.refusal.code === 'version_mismatch') await query.refetch();
        }
      } catch (error) {
        notify({ title: said(error), tone: 'critical' });
      } finally {
        setSaving(false);
      }
    },
  };
}
