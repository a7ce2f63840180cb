/** Kinds of objects that have a screen of their own, and the way there. Their form here stays for what it is good for. */
import type { ConfigurationKind } from '@intray/core';
import type { Place } from '../../desk/place.ts';

const EDITORS: Partial<Record<ConfigurationKind, (id: string) => Place>> = {
  roles: (id) => ({ view: 'access', page: 'roles', id }),
  strategies: (id) => ({ view: 'strategies', id }),
  taskRules: (id) => ({ view: 'rules', id }),
};

export const editorOf = (kind: ConfigurationKind, id: string): Place | undefined => EDITORS[kind]?.(id);
