/** What the options of Workspace say of privileges, before it is known which roles come of it. */
import type { Annex } from '@intray/core';

type Section = Annex[string];

/** Whose privileges are said, from far to near. */
export const LEVELS = ['everybody', 'agentGroups', 'agents'] as const;

/** One option that says something of a privilege. */
export interface SaidPrivilege {
  readonly level: (typeof LEVELS)[number];
  /** The group or the person. */
  readonly of: string;
  readonly option: string;
  readonly value: string;
  /** File and line. */
  readonly where: string;
}

const SECTION = 'interaction-workspace';

/** The options about privileges among those of one object. */
export function privilegesIn(
  sections: Readonly<Record<string, Section>> | undefined,
  { level, of, where }: Pick<SaidPrivilege, 'level' | 'of'> & { readonly where: (option: string) => string },
): readonly SaidPrivilege[] {
  return Object.entries(sections?.[SECTION] ?? {})
    .filter(([option]) => option.startsWith('privilege.'))
    .map(([option, value]) => ({
      level,
      of,
      option,
      value: String(value).trim().toLowerCase(),
      where: where(option),
    }));
}
