/** Privileges and options in the language that is spoken; what only a newer server knows, as that server says it. */
import {
  OPTIONS,
  type Option,
  type OptionExplanation,
  type OptionPattern,
  type Privilege,
} from '@intray/core';
import type { OptionMeaning } from './words.en.ts';
import { words } from './words.ts';

const BY_PATTERN: ReadonlyMap<string, Option> = new Map(OPTIONS.map((option) => [option.pattern, option]));

/** For people who do not read Markdown. */
const plain = (text: string): string => text.replaceAll('`', '');

/** @param told what the server says of it, where there is an answer */
export const privilegeSays = (privilege: Privilege, told = ''): string =>
  plain(Object.hasOwn(words.privileges, privilege) ? words.privileges[privilege] : told);

export interface OptionToldOf extends OptionMeaning {
  /** What its value may be. */
  readonly expected: string;
}

/** What an option does, what it may be, and where its default is said. */
export function meaningOf({ pattern, says, kind, configuredBy = '' }: Option): OptionToldOf {
  const known = Object.hasOwn(words.options, pattern) ? words.options[pattern as OptionPattern] : undefined;
  const meaning = known ?? { says, configuredBy };
  return {
    says: plain(meaning.says),
    configuredBy: plain(meaning.configuredBy),
    expected: plain(words.expected(kind)),
  };
}

/** The same of an option that the server tells of. */
export function toldOf({
  pattern,
  says,
  expected,
}: Pick<OptionExplanation, 'pattern' | 'says' | 'expected'>): OptionToldOf {
  const option = BY_PATTERN.get(pattern);
  return option === undefined
    ? { says: plain(says), expected: plain(expected), configuredBy: '' }
    : meaningOf(option);
}
