/**
 * Contacts. Intray keeps no directory of them, and the configuration, of which every version stays, is no place for what
 * is known of people who write in. So a contact goes with the work that names it: who sees the work sees whom it is from.
 */
import type { Json } from '@intray/core';
import type { YamlFile } from '../configuration-folder/yaml-file.ts';
import type { Drafts, ImportedWork } from './drafts.ts';
import { isRecord, objectsIn } from './fields.ts';
import type { ImportReport } from './report.ts';
import { KEPT_UNDER } from './work.ts';

/** Called when all work has been taken. */
export function takeContacts(file: YamlFile | undefined, drafts: Drafts, report: ImportReport): void {
  for (const { fields } of objectsIn(file, report.kind('contacts'))) {
    const id = fields.name('id');
    const contact = fields.rest() as Record<string, Json>;
    const named = [...drafts.work.entries()].filter(([, { contactId }]) => contactId === (id ?? ''));
    if (named.length === 0) {
      const who = id ?? 'without an id';
      fields.notUnderstood(`the contact ${who}: no work names it, and Intray keeps no directory of contacts`);
      continue;
    }
    for (const [index, work] of named) drafts.work[index] = withContact(work, contact);
    fields.adapted(`the contact ${id} is kept with the work that names it: ${named.length}`);
    fields.report.taken += 1;
  }
}

function withContact(work: ImportedWork, contact: Record<string, Json>): ImportedWork {
  const kept = work.userData[KEPT_UNDER];
  const more = { ...(isRecord(kept) ? (kept as Record<string, Json>) : {}), contact };
  return { ...work, userData: { ...work.userData, [KEPT_UNDER]: more } };
}
