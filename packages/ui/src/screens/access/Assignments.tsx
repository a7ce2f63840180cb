'use client';
import { type ConfigurationKind, type ConfiguredObject, type Edit, objectsOf } from '@intray/core';
import { useDraftOfConfiguration } from '../configuration/draft/DraftProvider.tsx';
import { NamesField } from '../configuration/fields/NamesField.tsx';
import { words } from '../configuration/words.ts';
import css from './Access.module.css';

type Holder = Extract<ConfigurationKind, 'agents' | 'agentGroups' | 'virtualGroups'>;
const HOLDERS = ['agents', 'agentGroups', 'virtualGroups'] as const satisfies readonly Holder[];

const rolesOf = (object: ConfiguredObject): readonly string[] =>
  (object.roles as readonly string[] | undefined) ?? [];

/** Who has a role: agents themselves, and groups whose members have it. */
export function Assignments({ role }: { readonly role: string }) {
  const { config, change } = useDraftOfConfiguration();
  const said = words.accessScreen;
  const titles = { agents: said.agents, agentGroups: said.groups, virtualGroups: said.virtualGroups };

  const assign = (kind: Holder, ids: readonly string[]) => {
    const wanted = new Set(ids);
    const edits = objectsOf(config, kind).flatMap((object): Edit[] => {
      const roles = rolesOf(object);
      if (roles.includes(role) === wanted.has(object.id)) return [];
      const next = wanted.has(object.id) ? [...roles, role] : roles.filter((one) => one !== role);
      // An agent says which roles they have, also none; a group says so only if it has any.
      if (kind === 'agents' || next.length > 0) return [{ kind, put: { ...object, roles: next } }];
      const { roles: _, ...rest } = object;
      return [{ kind, put: rest as ConfiguredObject }];
    });
    change(edits);
  };

  return (
    <div className={css.assignments}>
      {HOLDERS.map((kind) => (
        <NamesField
          key={kind}
          label={titles[kind]}
          of={{ type: 'text', names: HOLDER_KINDS[kind] }}
          required
          path={`${kind}.roles`}
          faults={[]}
          value={objectsOf(config, kind)
            .filter((object) => rolesOf(object).includes(role))
            .map(({ id }) => id)}
          onChange={(ids) => assign(kind, ids as readonly string[])}
        />
      ))}
    </div>
  );
}

/** The same lists at every render. */
const HOLDER_KINDS: Readonly<Record<Holder, readonly Holder[]>> = {
  agents: ['agents'],
  agentGroups: ['agentGroups'],
  virtualGroups: ['virtualGroups'],
};
