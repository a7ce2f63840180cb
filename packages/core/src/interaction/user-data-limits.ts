/** How much may be attached to an interaction. */
import { refuse } from '../refusals.ts';
import { USER_DATA_KEYS_LIMIT, USER_DATA_LIMIT, type UserData } from '../values.ts';
import type { Verdict } from './ask.ts';

/** What would be attached after the command stays within bounds. */
export function dataFits(before: UserData, added: UserData): Verdict {
  const merged = { ...before, ...added };
  const keys = Object.keys(merged).length;
  const size = JSON.stringify(merged).length;
  return keys <= USER_DATA_KEYS_LIMIT && size <= USER_DATA_LIMIT
    ? null
    : refuse(
        'data_too_large',
        `Attached data may have ${USER_DATA_KEYS_LIMIT} keys and ${USER_DATA_LIMIT} characters; this would have ${keys} and ${size}.`,
        { keys, size },
      );
}
