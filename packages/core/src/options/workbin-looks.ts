/** How the lists of workbins look to a person: what the options of the workbins that serve their media say. */

import { readName } from './reading.ts';
import { layers, type OptionGround, resolve } from './resolve.ts';
import { COLUMNS, DRAFT, IN_PROGRESS, NICKNAMED, NOTIFY_PROPERTIES, REVIEW } from './workbin-options.ts';

export interface WorkbinLook {
  /** Columns in their order: names of fields, or attached keys. */
  readonly columns: readonly string[];
  /** A subscription that does not say so itself also tells of changed properties. */
  readonly notifyPropertyChanges: boolean;
}

/**
 * Workbin type → how its list looks. A type that serves several media looks as the first of them says; one that serves
 * none is not here, and looks as its desk likes.
 */
export function workbinLooks(
  agentId: string | undefined,
  ground: OptionGround,
): ReadonlyMap<string, WorkbinLook> {
  const asking = { agentId };
  const looks = new Map<string, WorkbinLook>();
  const add = (type: string, of: readonly [mediaType: string, nickname: string]) => {
    if (type === '' || looks.has(type)) return;
    looks.set(type, {
      columns: resolve(COLUMNS, of, asking, ground),
      notifyPropertyChanges: resolve(NOTIFY_PROPERTIES, of, asking, ground),
    });
  };
  for (const mediaType of ground.mediaTypes.keys()) {
    add(resolve(IN_PROGRESS, [mediaType], asking, ground), [mediaType, 'in-progress']);
    add(resolve(DRAFT, [mediaType], asking, ground), [mediaType, 'draft']);
  }
  add(resolve(REVIEW, [], asking, ground), ['email', 'review']);
  for (const { placed } of layers(asking, ground))
    for (const name of placed.keys()) {
      const named = readName(name);
      if (!named.ok || named.value.option.pattern !== NICKNAMED.pattern) continue;
      const [mediaType = '', nickname = ''] = named.value.filled;
      add(resolve(NICKNAMED, [mediaType, nickname], asking, ground), [mediaType, nickname]);
    }
  return looks;
}
