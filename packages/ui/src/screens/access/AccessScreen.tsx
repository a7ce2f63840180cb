'use client';
import type { Place } from '../../desk/place.ts';
import { Tabs } from '../../parts/Tabs.tsx';
import { words } from '../configuration/words.ts';
import options from '../options/Options.module.css';
import { PersonsAccess } from './PersonsAccess.tsx';
import { RoleEditor } from './RoleEditor.tsx';

const PAGES = ['roles', 'inspect'] as const;

export interface AccessScreenProps {
  readonly page: string | undefined;
  readonly id: string | undefined;
  readonly onGo: (place: Place, how?: 'push' | 'replace') => void;
}

/** Roles, what they allow and who has them; and what a person may do and why. */
export function AccessScreen({ page, id, onGo }: AccessScreenProps) {
  const said = words.accessScreen;
  const go = (next: string, whose?: string) =>
    onGo({ view: 'access', page: next, ...(whose !== undefined && { id: whose }) });
  return (
    <div className={options.tabs}>
      <Tabs
        label={said.tabs}
        value={PAGES.find((one) => one === page) ?? 'roles'}
        onChange={(tab) => go(tab)}
        tabs={[
          {
            value: 'roles',
            label: said.roles,
            content: <RoleEditor id={page === 'inspect' ? undefined : id} onGo={onGo} />,
          },
          {
            value: 'inspect',
            label: said.inspect,
            content: <PersonsAccess id={id} onChoose={(person) => go('inspect', person)} />,
          },
        ]}
      />
    </div>
  );
}
