/** What privileges and options mean, in English: core's own sentences, so that they stand in one place. */
import {
  descriptionOf,
  OPTIONS,
  type OptionPattern,
  PRIVILEGES,
  type Privilege,
  type ValueKind,
} from '@intray/core';

export interface OptionMeaning {
  readonly says: string;
  /** Where else it is said what holds until the option is set; empty where it is said nowhere. */
  readonly configuredBy: string;
}

const privileges = Object.fromEntries(
  PRIVILEGES.map((privilege) => [privilege, descriptionOf(privilege).says]),
) as Readonly<Record<Privilege, string>>;

const options = Object.fromEntries(
  OPTIONS.map(({ pattern, says, configuredBy = '' }) => [pattern, { says, configuredBy }]),
) as Readonly<Record<OptionPattern, OptionMeaning>>;

export const english = {
  privileges,
  options,
  /** What the value of an option may be. */
  expected: (kind: ValueKind<unknown>): string => kind.expected,
};
