/** A person as this wire shows them. */
import { address, type Base } from '../addresses.ts';

/** Genesys splits names; Intray keeps them as people write them. The last word counts as the last name. */
export function userResource({ id, name }: { readonly id: string; readonly name: string }, base: Base) {
  const cut = name.lastIndexOf(' ');
  return {
    id,
    userName: id,
    firstName: cut < 0 ? name : name.slice(0, cut),
    lastName: cut < 0 ? '' : name.slice(cut + 1),
    displayName: name,
    uri: address(base, 'users', id),
  };
}
