/** A workbin as this wire shows it: its *type*. Whose tray of that type is meant, the path and the query say. */
import type { Catalogue, OwnerKind, WorkbinType } from '@intray/core';
import { address, type Base, workbinId } from '../addresses.ts';

export interface WorkbinResource {
  readonly name: string;
  readonly workbinName: string;
  readonly id: string;
  readonly displayName: string;
  readonly uri: string;
  readonly type: OwnerKind;
}

/** Both spellings of the name: documents show either. */
export function workbinResource(
  { id: name, name: displayName, ownerKind }: WorkbinType,
  base: Base,
): WorkbinResource {
  const id = workbinId(name);
  return { name, workbinName: name, id, displayName, uri: address(base, 'workbins', id), type: ownerKind };
}

/** The type behind an id, which may also be the type's name. */
export const workbinTypeOf = ({ workbinTypes }: Catalogue, id: string): WorkbinType | undefined =>
  workbinTypes.find((type) => workbinId(type.id) === id) ?? workbinTypes.find((type) => type.id === id);
