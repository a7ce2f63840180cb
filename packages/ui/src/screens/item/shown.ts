/** Which attached data a person is shown: those that the options choose, by their names and in their order, or all. */
import type { CaseField, Json, UserData } from '@intray/core';

export interface ShownValue {
  readonly key: string;
  readonly name: string;
  readonly value: Json;
}

/** The chosen keys that are there; every key under itself where nothing is chosen. */
export const shownOf = (
  userData: UserData,
  fields: readonly CaseField[] | undefined,
): readonly ShownValue[] =>
  (fields ?? Object.keys(userData).map((key): CaseField => ({ key, name: key }))).flatMap(({ key, name }) => {
    const value = Object.hasOwn(userData, key) ? userData[key] : undefined;
    return value === undefined ? [] : [{ key, name, value }];
  });
