/** The attached data in an offer. */
import type { CaseField, UserData } from '@intray/core';
import { shownOf } from '../item/shown.ts';
import { written } from '../item/typed.ts';

/** Where nobody has chosen: enough to decide, few enough to read. */
const SHOWN = 4;
/** These head the offer. */
const HEADING: readonly string[] = ['Subject', 'From'];

/** Those that the options choose, all of them; or a few short ones. */
export function toastData(userData: UserData, fields: readonly CaseField[] | undefined) {
  const shown = shownOf(userData, fields);
  const chosen =
    fields === undefined
      ? shown
          .filter(({ key, value }) => !HEADING.includes(key) && ['string', 'number'].includes(typeof value))
          .slice(0, SHOWN)
      : shown;
  return chosen.map(({ key, name, value }) => ({ id: key, label: name, value: written(value) }));
}
