/** Where whoever looks after the servers can go; nothing for anybody else. */
import type { Privilege } from '@intray/core';
import { Server } from 'lucide-react';
import type { SideNavSection } from '../../parts/SideNav.tsx';
import { navWords } from './nav-words.ts';

export const OPERATOR = 'operator';

export const operatorSection = (privileges: readonly Privilege[]): readonly SideNavSection[] =>
  privileges.includes('see-servers')
    ? [
        {
          id: 'operation',
          label: navWords.section,
          items: [{ id: OPERATOR, label: navWords.servers, icon: Server }],
        },
      ]
    : [];
