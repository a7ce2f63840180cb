'use client';
import { PRIVILEGES_BY_BLOCK, type Privilege, type PrivilegeBlock } from '@intray/core';
import { Plus, Search, Shield } from 'lucide-react';
import { useState } from 'react';
import type { Place } from '../../desk/place.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { Select } from '../../parts/Select.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useDraftOfConfiguration } from '../configuration/draft/DraftProvider.tsx';
import { objectIn } from '../configuration/draft/draft.ts';
import { NewObject } from '../configuration/NewObject.tsx';
import { words } from '../configuration/words.ts';
import { privilegeSays } from '../meanings/meanings.ts';
import options from '../options/Options.module.css';
import css from './Access.module.css';
import { Assignments } from './Assignments.tsx';
import { PrivilegeRow } from './PrivilegeRow.tsx';
import { ALL_MEDIA, counted, EVERY_WORKITEM, privilegesFor, saying } from './role-terms.ts';

export interface RoleEditorProps {
  readonly id: string | undefined;
  readonly onGo: (place: Place) => void;
}

/** All roles, and one of them: what it says of each privilege, and who has it. */
export function RoleEditor({ id, onGo }: RoleEditorProps) {
  const { config } = useDraftOfConfiguration();
  const [adding, setAdding] = useState(false);
  const said = words.accessScreen;
  const open = (role: string) => onGo({ view: 'access', page: 'roles', id: role });
  return (
    <div className={options.body}>
      <nav className={options.groups} aria-label={words.kinds.roles}>
        <ul>
          {config.roles.map((role) => {
            const { allowed, denied } = counted(role);
            return (
              <li key={role.id}>
                <button
                  type="button"
                  className={options.group}
                  aria-current={role.id === id ? 'page' : undefined}
                  onClick={() => open(role.id)}
                >
                  <span className={options.groupName} title={role.name}>
                    {role.name}
                  </span>
                  <span className={options.count} title={said.allows(allowed)}>
                    {denied === 0 ? allowed : `${allowed} − ${denied}`}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        <Button size="s" kind="bare" icon={Plus} onClick={() => setAdding(true)}>
          {said.newRole}
        </Button>
        {adding && <NewObject kind="roles" onClose={() => setAdding(false)} onAdded={open} />}
      </nav>
      {id !== undefined && objectIn(config, 'roles', id) !== undefined ? (
        <Role key={id} id={id} onGo={onGo} />
      ) : (
        <EmptyState icon={Shield} title={said.noRole}>
          {said.noRoleWhy}
        </EmptyState>
      )}
    </div>
  );
}

function Role({ id, onGo }: { readonly id: string; readonly onGo: RoleEditorProps['onGo'] }) {
  const { config } = useDraftOfConfiguration();
  const [tab, setTab] = useState<'says' | 'has'>('says');
  const said = words.accessScreen;
  const name = config.roles.find((role) => role.id === id)?.name ?? id;
  return (
    <section className={css.role} aria-label={name}>
      <header className={css.head}>
        <h3>{name}</h3>
        <Button size="s" kind="bare" onClick={() => onGo({ view: 'configuration', page: 'roles', id })}>
          {said.removeRole}
        </Button>
      </header>
      <Tabs
        label={name}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'says', label: said.privileges, content: <Privileges id={id} /> },
          { value: 'has', label: said.assign, content: <Assignments role={id} /> },
        ]}
      />
    </section>
  );
}

const BLOCKS = Object.entries(PRIVILEGES_BY_BLOCK).map(
  ([block, privileges]) => [block as PrivilegeBlock, Object.keys(privileges) as Privilege[]] as const,
);

function Privileges({ id }: { readonly id: string }) {
  const { config, change } = useDraftOfConfiguration();
  const [scope, setScope] = useState<string>(ALL_MEDIA);
  const [sought, setSought] = useState('');
  const role = objectIn(config, 'roles', id);
  const said = words.accessScreen;
  if (role === undefined) return null;
  const sayable = new Set(privilegesFor(scope));
  const letters = sought.trim().toLowerCase();
  const shown = (privilege: Privilege, says: string) =>
    sayable.has(privilege) && (letters === '' || `${privilege}\n${says}`.toLowerCase().includes(letters));
  return (
    <div className={css.privileges}>
      <div className={options.controls}>
        <Select
          label={said.forWhat}
          value={scope}
          onChange={setScope}
          options={[
            { value: ALL_MEDIA, label: said.scopes.all },
            { value: EVERY_WORKITEM, label: said.scopes.workitems },
            ...config.mediaTypes.map((media) => ({ value: media.id, label: media.name })),
          ]}
        />
        <TextField label={said.find} icon={Search} type="search" value={sought} onChange={setSought} />
      </div>
      {BLOCKS.map(([block, privileges]) => {
        const listed = privileges.filter((one) => shown(one, privilegeSays(one)));
        if (listed.length === 0) return null;
        return (
          <section key={block} className={options.subject} aria-label={said.blocks[block]}>
            <h3>{said.blocks[block]}</h3>
            {listed.map((privilege) => (
              <PrivilegeRow
                key={privilege}
                role={role}
                privilege={privilege}
                scope={scope}
                onSay={(name, say) => change([{ kind: 'roles', put: saying(role, name, say) }])}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}
