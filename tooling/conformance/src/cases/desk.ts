/** The caller's desk as the wire shows it. */
import type { Item } from '../stage/items.ts';
import { MEDIA } from '../stage/settings.ts';
import type { Stage } from '../stage/stage.ts';
import { deviate, fields, list, success } from '../wire/expect.ts';

/** An item by the list a client reads after a reload. @throws Deviation when it is not there */
export const read = async (stage: Stage, { id, medium }: Item) => {
  const body = success(await stage.caller.rest.get(`/api/v2/me/${MEDIA[medium].path}?fields=*`));
  const found = list('items', Object.values(body).find(Array.isArray)).find((entry) => entry.id === id);
  if (found === undefined) deviate('the items on the desk', id, body);
  return found;
};
/** Gives an operation to an item. */
export const operate = (stage: Stage, item: Item, body: object) => stage.caller.rest.post(item.path, body);
/** What is attached to an item. */
export const userData = async (stage: Stage, item: Item) =>
  fields('userData', (await read(stage, item)).userData);
