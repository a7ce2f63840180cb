/**
 * The section `interaction-workspace`, wherever a folder has it: what Intray knows and can use is set for that level, and
 * all else stays where it was, and is told.
 */
import { faultIn, type Level, optionFaults, SECTION } from '@intray/core';
import type { Drafts } from './drafts.ts';
import type { Fields } from './fields.ts';
import type { ImportReport, KindReport } from './report.ts';

export type Options = Readonly<Record<string, string | number | boolean>>;

/** The objects of the folder, as far as options name them. */
function namedIn(drafts: Drafts) {
  const ids = (kind: 'mediaTypes' | 'queues' | 'filters') =>
    [...(drafts.objects.get(kind)?.keys() ?? [])].map((id) => ({ id }));
  return {
    mediaTypes: ids('mediaTypes'),
    queues: ids('queues'),
    filters: ids('filters'),
    workbinTypes: [...(drafts.objects.get('workbinTypes')?.values() ?? [])].map(({ id, stated }) => ({
      id,
      ownerKind: String(stated.ownerKind),
    })),
  };
}

/**
 * Parts a section.
 * @param where file and line of an option
 */
export function settle(
  section: Options,
  level: Level,
  drafts: Drafts,
  report: KindReport,
  where: (name: string) => string,
): { readonly placed: Readonly<Record<string, string>>; readonly kept: Options } {
  const placed: Record<string, string> = {};
  const kept: Record<string, string | number | boolean> = {};
  const faults = optionFaults(namedIn(drafts));
  for (const [name, value] of Object.entries(section)) {
    report.found += 1;
    report.taken += 1;
    const text = String(value);
    const fault = faultIn(name, text, level) ?? faults(name, text)[0];
    if (fault === undefined) {
      placed[name] = text;
      continue;
    }
    kept[name] = value;
    // What people may do becomes roles, and is told there.
    if (name.startsWith('privilege.')) continue;
    const what = `${name} is kept and does nothing: ${fault}`;
    report.notUnderstood.push({ where: where(name), what });
  }
  return { placed, kept };
}

/** Somebody, or a group, whose annex may have options. */
export interface Carrier {
  readonly kind: 'agents' | 'agentGroups';
  readonly id: string;
  readonly fields: Fields;
  /** Where the annex stands. */
  readonly annexKey: string;
}

const LEVEL_OF = { agents: 'person', agentGroups: 'agentGroup' } as const;

/** Once everything is known that options may name, takes theirs out of the annexes of people and groups. */
export function takeOwnOptions(carriers: readonly Carrier[], drafts: Drafts, report: ImportReport): void {
  for (const { kind, id, fields, annexKey } of carriers) {
    const annex = drafts.objects.get(kind)?.get(id)?.stated.annex as Record<string, Options> | undefined;
    const section = annex?.[SECTION];
    if (annex === undefined || section === undefined) continue;
    const { placed, kept } = settle(section, LEVEL_OF[kind], drafts, report.kind('options'), () =>
      fields.where(annexKey),
    );
    const { [SECTION]: _, ...others } = annex;
    const left = Object.keys(kept).length > 0 ? { ...others, [SECTION]: kept } : others;
    drafts.add(kind, {
      id,
      stated: {
        annex: left,
        ...(Object.keys(placed).length > 0 ? { options: { [SECTION]: placed } } : {}),
      },
    });
  }
}
