/**
 * Where a person's draft is kept: in the browser, across tabs, reloads and sign-ins, until it is saved or discarded. Two
 * tabs of one person show the same draft.
 */
import { draftKeeper } from '../../../desk/drafts.ts';
import { type Draft, readDraft } from './draft.ts';

const FIELD = 'configuration';
const keeper = draftKeeper(() => localStorage);
const listeners = new Set<() => void>();
let read: { readonly whose: string; readonly draft: Draft | undefined } | undefined;

const tell = () => {
  for (const listener of [...listeners]) listener();
};

/** The person's draft; the same object until it changes. */
export function draftOf(agentId: string): Draft | undefined {
  if (read?.whose !== agentId) read = { whose: agentId, draft: readDraft(keeper.read(agentId, FIELD)) };
  return read.draft;
}

export function keepDraft(agentId: string, draft: Draft | undefined): void {
  keeper.write(agentId, FIELD, draft === undefined ? '' : JSON.stringify(draft));
  read = { whose: agentId, draft };
  tell();
}

/** Calls back when a draft changes, also in another tab; returns the way to stop. */
export function onDraft(listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (read === undefined || !key?.endsWith(`:${read.whose}:${FIELD}`)) return;
    read = { ...read, draft: readDraft(newValue ?? '') };
    tell();
  };
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}
