/** What a folder says of the contact centre, before it meets the one that is there. */
import type {
  ConfigurationKind,
  ConfiguredObject,
  ContactCentreConfig,
  InteractionType,
  Options,
  UserData,
  WorkbinRef,
} from '@intray/core';
import { objectsOf, SECTION } from '@intray/core';

import type { SaidPrivilege } from './said-privileges.ts';

/** An object: what the folder says of it, and what a new one needs besides. */
export interface Draft {
  readonly id: string;
  readonly stated: Readonly<Record<string, unknown>>;
  readonly defaults?: Readonly<Record<string, unknown>>;
}

export interface ImportedWork {
  readonly id: string;
  readonly mediaType: string;
  readonly interactionType?: InteractionType;
  readonly place: { readonly workbin: WorkbinRef } | { readonly queue: string };
  readonly userData: UserData;
  readonly contactId?: string;
  readonly receivedAt?: number;
  /** File and line. */
  readonly where: string;
}

export interface ImportedAccount {
  readonly userName: string;
  readonly password: string;
}

export class Drafts {
  readonly objects = new Map<ConfigurationKind, Map<string, Draft>>();
  /** Options of the application. */
  application: Readonly<Record<string, string>> = {};
  readonly accounts: ImportedAccount[] = [];
  readonly work: ImportedWork[] = [];
  /** What options say of privileges, until all media are known. */
  readonly privileges: SaidPrivilege[] = [];

  /** Two drafts of one object are one: the later says more of it. */
  add(kind: ConfigurationKind, { id, stated, defaults = {} }: Draft): void {
    const drafts = this.objects.get(kind) ?? new Map<string, Draft>();
    const known = drafts.get(id);
    drafts.set(id, {
      id,
      stated: { ...known?.stated, ...stated },
      defaults: { ...known?.defaults, ...defaults },
    });
    this.objects.set(kind, drafts);
  }

  has(kind: ConfigurationKind, id: string): boolean {
    return this.objects.get(kind)?.has(id) ?? false;
  }

  /**
   * The configuration with the folder's objects in it. What the folder says counts; what it does not say of an object
   * that is there already stays as it is.
   */
  into(config: ContactCentreConfig): Record<string, unknown> {
    const next: Record<string, unknown> = { ...config };
    for (const [kind, drafts] of this.objects) {
      const there = objectsOf(config, kind);
      const merged = there.map((object) => meet(object, drafts.get(object.id)));
      const known = new Set(there.map(({ id }) => id));
      const fresh = [...drafts.values()].filter(({ id }) => !known.has(id));
      next[kind] = [...merged, ...fresh.map(({ id, stated, defaults }) => ({ id, ...defaults, ...stated }))];
    }
    if (Object.keys(this.application).length > 0)
      next.options = {
        ...config.options,
        application: joined(config.options?.application, this.application),
      };
    return next;
  }
}

const meet = (object: ConfiguredObject, draft: Draft | undefined): ConfiguredObject =>
  draft === undefined
    ? object
    : { ...draft.defaults, ...object, ...draft.stated, ...optionsOf(object, draft) };

/** What the folder says of an object's options counts; others that are set for it stay. */
function optionsOf(object: ConfiguredObject, { stated }: Draft): { readonly options?: Options } {
  const [there, said] = [object.options, stated.options] as (Partial<Options> | undefined)[];
  // A section that is kept as it is has its options straight below.
  const own = said?.[SECTION];
  return own === undefined ? {} : { options: joined(there, own) };
}

const joined = (there: Partial<Options> | undefined, said: Options[typeof SECTION]): Options => ({
  [SECTION]: { ...there?.[SECTION], ...said },
});
