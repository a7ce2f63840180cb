/** The configuration as a line of versions: what is kept of each, and what a change of it looks like. */
import { z } from 'zod';
import { type Instant, Name, text } from '../values.ts';
import { WorkbinRef } from '../workbin/schema.ts';
import type { ObjectDifference } from './differences.ts';
import { type ConfigurationKind, kindsOfConfiguration, objectsOf } from './kinds.ts';
import type { ContactCentreConfig } from './objects.ts';

export interface ConfigurationNote {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  /** Why, in the author's words. */
  readonly note?: string;
}

export interface ConfigurationVersion extends ConfigurationNote {
  readonly config: ContactCentreConfig;
}

const Version = z.number().int().min(1);
const QueuePlace = z.object({ queue: Name }).strict();
const WorkbinPlace = z.object({ workbin: WorkbinRef }).strict();
const AgentPlace = z.object({ agent: Name }).strict();

/** Where work goes that would be in the way: out of a queue, a tray or an agent's hands into a queue or a tray. */
export const Move = z
  .object({
    from: z.union([QueuePlace, WorkbinPlace, AgentPlace]),
    to: z.union([QueuePlace, WorkbinPlace]),
  })
  .strict();
export type Move = Readonly<z.infer<typeof Move>>;

const Kind = z.enum(kindsOfConfiguration as readonly [ConfigurationKind, ...ConfigurationKind[]]);

/** One object put in (in the place of the one with its id, if there is one), one taken out, or settings or options replaced. */
export const Edit = z.union([
  z.object({ kind: Kind, put: z.looseObject({ id: Name }) }).strict(),
  z.object({ kind: Kind, remove: Name }).strict(),
  z.object({ kind: z.enum(['settings', 'options']), put: z.looseObject({}) }).strict(),
]);
export type Edit = Readonly<z.infer<typeof Edit>>;

const everyChange = {
  /** The version it is made on. */
  base: Version,
  moves: z.array(Move).max(1_000).default([]),
  note: text(1_000).optional(),
  /** Say what would come of it, and change nothing. */
  dryRun: z.boolean().default(false),
};

/** A whole configuration, some objects of it, or a version that is to be brought back. */
export const ConfigurationChange = z.union([
  z.object({ ...everyChange, config: z.looseObject({}) }).strict(),
  z.object({ ...everyChange, edits: z.array(Edit).min(1).max(10_000) }).strict(),
  z.object({ ...everyChange, rollBackTo: Version }).strict(),
]);
export type ConfigurationChange = Readonly<z.infer<typeof ConfigurationChange>>;

export interface ConfigurationChanged {
  /** The newest version afterwards; the one it was made on if nothing was different, or nothing was to be done. */
  readonly version: number;
  readonly differences: readonly ObjectDifference[];
}

export const ConfigurationPage = z
  .object({ limit: z.number().int().min(1).max(200).default(50), before: Version.optional() })
  .strict();
export type ConfigurationPage = Readonly<z.infer<typeof ConfigurationPage>>;

/** The configuration after some edits. Whether it holds together is not looked at here. */
export function edited(config: ContactCentreConfig, edits: readonly Edit[]): Record<string, unknown> {
  const next: Record<string, unknown> = { ...config };
  const touched = new Map<ConfigurationKind, Map<string, unknown>>();
  for (const edit of edits) {
    if (edit.kind === 'settings' || edit.kind === 'options') {
      next[edit.kind] = edit.put;
      continue;
    }
    const objects =
      touched.get(edit.kind) ?? new Map(objectsOf(config, edit.kind).map((object) => [object.id, object]));
    touched.set(edit.kind, objects);
    if ('remove' in edit) objects.delete(edit.remove);
    else objects.set(String(edit.put.id), edit.put);
  }
  for (const [kind, objects] of touched) next[kind] = [...objects.values()];
  return next;
}
